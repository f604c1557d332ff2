// set_error gives a future an error, by name and text or as a value.
#include <stdio.h>

async void wait_on(future(int) f) {
    try {
        printf("%d\n", await f);
    } catch (error e) {
        printf("%s: %s\n", e.name, e.message);
    }
}

async int main(void) {
    future(int) f = new_future(int);
    future(int) g = new_future(int);
    task(void) a = spawn wait_on(f);
    task(void) b = spawn wait_on(g);
    await sleep(0);
    set_error(f, "Named", "by text");
    set_error(g, error("Value", "number %d", 2));
    await a; // expect: Named: by text
    await b; // expect: Value: number 2
    try {
        set_result(f, 1);
    } catch (error e) {
        printf("%s\n", e.name); // expect: InvalidStateError
    }
    return 0;
}
