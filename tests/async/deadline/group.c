// A deadline around a taskgroup: the tasks are cancelled, then the else branch runs.
#include <stdio.h>

async void work(int n) {
    defer printf("work %d leaves at %.0f\n", n, loop_time());
    await sleep(n);
}

async int main(void) {
    deadline (2) {
        taskgroup {
            spawn work(1);
            spawn work(7);
            spawn work(8);
        }
        printf("not reached\n");
    } else {
        printf("late at %.0f\n", loop_time());
    }
    deadline (2) {
        taskgroup {
            spawn work(6);
            await sleep(9);
        }
    } else {
        printf("late at %.0f\n", loop_time());
    }
    taskgroup {
        deadline (1) {
            spawn work(3);
            await sleep(9);
        } else {
            printf("only the wait at %.0f\n", loop_time());
        }
    }
    printf("end at %.0f\n", loop_time());
    return 0;
}
// expect: work 1 leaves at 1
// expect: work 7 leaves at 2
// expect: work 8 leaves at 2
// expect: late at 2
// expect: work 6 leaves at 4
// expect: late at 4
// expect: only the wait at 5
// expect: work 3 leaves at 7
// expect: end at 7
