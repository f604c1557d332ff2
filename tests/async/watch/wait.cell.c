// %wait: the cell waits for what it left running, or until the time is up.
async void nap(double seconds) { await sleep(seconds); printf("%.2f slept\n", loop_time(get_event_loop())); }
spawn nap(1);
auto long_one = spawn nap(5);
set_name(long_one, "long");
%wait 2
printf("%.2f\n", loop_time(get_event_loop()));
%wait
printf("%.2f\n", loop_time(get_event_loop()));
%wait
// expect: 1.00 slept
// expect: the time is up: 1 background task still runs: "long"
// expect: 2.00
// expect: 5.00 slept
// expect: 5.00
