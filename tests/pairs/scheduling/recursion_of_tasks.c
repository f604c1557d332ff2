// Fibonacci by tasks: the order of the leaves.
#include "../say.h"

async int fib(int n) {
    if (n < 2) {
        say("leaf %d", n);
        return n;
    }
    task(int) a = spawn fib(n - 1);
    task(int) b = spawn fib(n - 2);
    int first = await a;
    return first + await b;
}

async int main(void) {
    say("fib %d", await fib(5));
}
