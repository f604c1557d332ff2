// Results are there behind the brace.
#include "../say.h"

async int square(int n) {
    await sleep(n);
    return n * n;
}

async int main(void) {
    task(int) a, b;
    taskgroup {
        a = spawn square(3);
        b = spawn square(4);
    }
    say("%d", result(a) + result(b));
}
