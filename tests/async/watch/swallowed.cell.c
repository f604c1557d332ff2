// A cancellation that is caught and not thrown on is reported, once, where the task was made.
#include <stdio.h>
async void stubborn(void) {
    try {
        await sleep(5);
    } catch (error e) {
        printf("%s\n", e.name);
    }
}
async void polite(void) {
    try {
        await sleep(5);
    } catch (error e) {
        throw;
    }
}
auto t = create_task(stubborn(), .name = "stubborn"); // note: task "stubborn" was cancelled and ended as if it had not been
auto u = create_task(polite(), .name = "polite");
await sleep(1);
cancel(t);
cancel(u);
await sleep(1);
printf("%d %d\n", cancelled(t), cancelled(u));
// expect: CancelledError
// expect: 0 1
