// A child's error that the block awaits is one error; its result can be used.
#include <stdio.h>

async int work(int n) {
    await sleep(n);
    if (n == 2)
        throw error("Two", "is too many");
    return n * 10;
}

async int main(void) {
    taskgroup {
        task(int) a = spawn work(1);
        task(int) b = spawn work(3);
        printf("%d\n", await a + await b);
    }
    try {
        taskgroup {
            task(int) t = spawn work(2);
            printf("%d\n", await t);
        }
    } catch (error e) {
        printf("%s %s at %.0f\n", e.name, e.message, loop_time());
    }
    return 0;
}
// expect: 40
// expect: Two is too many at 5
