// The brace is left when every task made inside has ended.
#include <stdio.h>

async void work(const char *name, double seconds) {
    await sleep(seconds);
    printf("%s %.0f\n", name, loop_time());
}

async void starts(void) {
    spawn work("from a call", 3);
}

async int main(void) {
    task(void) outside = spawn work("outside", 5);
    taskgroup {
        spawn work("b", 2);
        create_task(work("a", 1));
        await starts();
        printf("body done\n");
    }
    printf("left at %.0f\n", loop_time());
    taskgroup {
    }
    await outside;
    return 0;
}
// expect: body done
// expect: a 1
// expect: b 2
// expect: from a call 3
// expect: left at 3
// expect: outside 5
