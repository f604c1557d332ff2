// A future is done when somebody says so; all who wait wake in the order they came.
#include <stdio.h>

async void waiter(const char *name, future(int) f) {
    printf("%s got %d\n", name, await f);
}

void seen(future(int) f) {
    printf("callback %d\n", result(f));
}

async int main(void) {
    future(int) f = new_future(int);
    task(void) a = spawn waiter("A", f);
    task(void) b = spawn waiter("B", f);
    on_done(f, seen);
    await sleep(1);
    printf("%d\n", done(f)); // expect: 0
    set_result(f, 42);
    printf("set\n");         // expect: set
    await a;                 // expect: callback 42
    await b;                 // expect: A got 42
                             // expect: B got 42
    printf("%d %d\n", done(f), await f); // expect: 1 42
    future(int) g = new_future(int);
    set_error(g, "MyError", "went wrong");
    printf("%s: %s\n", error_of(g).name, error_of(g).message); // expect: MyError: went wrong
    return 0;
}
