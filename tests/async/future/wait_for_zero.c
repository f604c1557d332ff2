// wait_for with no time at all (asyncio): what is done has its say, a coroutine does not even begin.
#include <stdio.h>

async int work(void) {
    printf("not reached\n");
    return 1;
}

async int main(void) {
    future(int) f = new_future(int);
    set_result(f, 7);
    printf("%d\n", await wait_for(f, 0)); // expect: 7
    for (int i = 0; i > -2; i--) {
        try {
            await wait_for(work(), i);
        } catch (error e) {
            printf("%s at %.0f\n", e.name, loop_time());
        }
    }
    // expect: TimeoutError at 0
    // expect: TimeoutError at 0
    return 0;
}
