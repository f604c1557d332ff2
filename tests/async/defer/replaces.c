// An error in a defer takes the place of the one on its way; the defers outside still run.
#include <stdio.h>

void f(void) {
    defer printf("outer\n");
    defer throw error("FromDefer", "second");
    throw error("FromBody", "first");
}

void g(void) {
    defer {
        try {
            throw error("Inner", "kept inside");
        } catch (error e) {
            printf("%s\n", e.name);
        }
    }
    throw error("Body", "goes on");
}

int main(void) {
    try {
        f();
    } catch (error e) {
        printf("%s\n", e.name);
    }
    try {
        g();
    } catch (error e) {
        printf("%s\n", e.name);
    }
    return 0;
}
// expect: outer
// expect: FromDefer
// expect: Inner
// expect: Body
