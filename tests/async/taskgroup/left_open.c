// The program may end while tasks are inside of such blocks.
#include <stdio.h>

async void work(void) {
    deadline (50) {
        taskgroup {
            spawn sleep(60);
            shield {
                taskgroup {
                    spawn sleep(70);
                }
            }
        }
    }
}

async int main(void) {
    task(void) t = spawn work();
    await sleep(1);
    printf("%d\n", done(t)); // expect: 0
    return 0;
}
