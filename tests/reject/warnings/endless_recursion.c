// A call of itself on every way out; not where one way has none, or where nothing comes out at all.
#include <setjmp.h>
#include <stdlib.h>
int endless(int n) {
    return n * endless(n - 1); // warning: `endless` calls itself on every way through it, so that it never ends
    // note: it needs a case in which it returns without this call
}
void both(int n) {
    if (n > 0)
        both(n - 1); // warning: `both` calls itself on every way
    else
        both(n + 1);
}
void falls_through(int n) {
    switch (n) {
    case 0:
        falls_through(1); // warning: `falls_through` calls itself
        break;
    default:
        falls_through(0);
    }
}
int first_operand(int n) {
    return first_operand(n - 1) && n; // warning: `first_operand` calls itself
}
void in_do(int n) {
    do {
        in_do(n); // warning: `in_do` calls itself
    } while (n-- > 0);
}

int factorial(int n) {
    return n == 0 ? 1 : n * factorial(n - 1);
}
int second_operand(int n) {
    return n && second_operand(n - 1);
}
void in_while(int n) {
    while (n-- > 0)
        in_while(n);
}
void by_exit(int n) {
    if (n == 0)
        exit(0);
    by_exit(n - 1);
}
void by_promise(int n) {
    if (n == 0)
        __builtin_unreachable();
    by_promise(n - 1);
}
jmp_buf place;
void by_longjmp(int n) {
    if (n == 0)
        longjmp(place, 1);
    by_longjmp(n - 1);
}
void by_error(int n) {
    if (n == 0)
        throw error("Done", "enough");
    by_error(n - 1);
}
void server(int n) {
    for (;;)
        if (n > 0)
            server(n - 1);
}
void by_goto(int n) {
again:
    if (n == 0)
        goto done;
    if (n == 1) {
        n--;
        goto again;
    }
    by_goto(n - 1);
    by_goto(n - 2);
done:;
}
int hidden(int n) {
    int (*self)(int) = hidden;
    return n == 0 ? (int)sizeof(hidden(1)) : self(n - 1);
}
async void forever(void) {
    await sleep(1);
    await forever();
}
// silent: `factorial` calls itself
// silent: `second_operand` calls itself
// silent: `in_while` calls itself
// silent: `by_exit` calls itself
// silent: `by_longjmp` calls itself
// silent: `by_error` calls itself
// silent: `server` calls itself
// silent: `by_goto` calls itself
// silent: `hidden` calls itself
// silent: `forever` calls itself
// silent: `by_promise` calls itself
