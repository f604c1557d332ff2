// Across an await the left operand is the value from before, as in Python: what another
// task did to it meanwhile is lost.
int counter;
async int one(void) { await sleep(1); return 1; }
async void add(void) { counter += await one(); }
async void add_plainly(void) { counter = counter + await one(); }
await gather(add(), add());
printf("%d\n", counter); // expect: 1
counter = 0;
await gather(add_plainly(), add_plainly());
printf("%d\n", counter); // expect: 1
