// await works in a defer, after a normal end and after an error.
#include <stdio.h>

async void tidy(const char *what) {
    await sleep(1);
    printf("%s tidy at %.0f\n", what, loop_time());
}

async int work(bool fails) {
    defer await tidy(fails ? "failed" : "done");
    await sleep(1);
    if (fails)
        throw error("Work", "no");
    return 4;
}

async int main(void) {
    printf("%d\n", await work(false));
    try {
        await work(true);
    } catch (error e) {
        printf("%s at %.0f\n", e.name, loop_time());
    }
    return 0;
}
// expect: done tidy at 2
// expect: 4
// expect: failed tidy at 4
// expect: Work at 4
