// The error of a task that nobody can reach any more is told as soon as there is time: the registers in which its handle
// lay keep nothing alive while the function waits. One that is still there is not called lost.
// stderr: error: Boom: told at once
// stderr: in task "Task-3", made at dropped_in_block.c:13:24
#include <cora.h>
#include <stdio.h>
async void fail(const char *why) { throw error("Boom", why); }

async int left_behind(void) {
    int n = 1;
    {
        int a = 1, b = 2, c = 3, d = 4;
        task(void) t = spawn fail("told at once");
        n += a + b + c + d;
    }
    await sleep(1);
    printf("%d\n", n); // expect: 11
    await sleep(1);
    return n;
}

async void kept(void) {
    task(void) t = spawn fail("caught");
    await sleep(1);
    try {
        await t;
    } catch (error e) {
        puts(e.message); // expect: caught
    }
}

int main(void) {
    run(left_behind());
    run(kept());
    puts("end"); // expect: end
}
