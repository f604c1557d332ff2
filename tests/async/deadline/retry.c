// A loop of attempts, each with its own deadline; one around all.
#include <stdio.h>

async int fetch(int attempt) {
    await sleep(5.0 / attempt);
    return attempt * 100;
}

async int main(void) {
    deadline (10) {
        for (int attempt = 1;; attempt++) {
            int got;
            deadline (2) {
                got = await fetch(attempt);
            } else {
                printf("attempt %d too slow at %.1f\n", attempt, loop_time());
                continue;
            }
            printf("got %d at %.1f\n", got, loop_time());
            break;
        }
    } else {
        printf("not reached\n");
    }
    switch (2) {
    case 1:
        printf("not reached\n");
        break;
    case 2:
        deadline (1) {
            await sleep(0.5);
            break;
        }
        printf("not reached\n");
    }
    printf("end at %.1f\n", loop_time());
    return 0;
}
// expect: attempt 1 too slow at 2.0
// expect: attempt 2 too slow at 4.0
// expect: got 300 at 5.7
// expect: end at 6.2
