// A deadlock at the group's brace: no task outlives its group, they are cancelled.
#include <stdio.h>

future(int) never;

async void work(int n) {
    defer printf("work %d leaves\n", n);
    await never;
}

async int main(void) {
    never = new_future(int);
    try {
        taskgroup {
            spawn work(1);
            spawn work(2);
        }
    } catch (error e) {
        printf("%s\n", e.name); // expect: Deadlock
    }
    await sleep(1); // expect: work 1 leaves
                    // expect: work 2 leaves
    return 0;
}
