// A deadline inside a shield is its own; one outside waits for the shield's end.
#include <stdio.h>

async int main(void) {
    deadline (1) {
        shield {
            await sleep(3);
            printf("shielded until %.0f\n", loop_time());
            deadline (1) {
                await sleep(5);
            } else {
                printf("inner at %.0f\n", loop_time());
            }
        }
        printf("behind\n");
        await sleep(0);
        printf("not reached\n");
    } else {
        printf("outer at %.0f\n", loop_time());
    }
    return 0;
}
// expect: shielded until 3
// expect: inner at 4
// expect: behind
// expect: outer at 4
