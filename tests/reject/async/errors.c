#include <stdio.h>
int wrong_types(void) {
    throw 5; // error: what is thrown is an `error`, not `int`
    try {
    } catch (int n) { // error: what is caught is an `error`
    }
    return 0;
}
void members(error e) {
    printf("%s\n", e.text); // error: has no member `text`
    printf("%s\n", e->name); // error: `e` is a `error` itself
    e.code = 5; // error: cannot assign to the error's `code`
}
void formats(void) {
    throw error("X", "%s", 5); // error: `%s` needs a string
    throw error("X"); // error: `error` takes at least 2 arguments
}
void rethrow(void) {
    throw; // error: there is no `catch` around it
}
int arithmetic(error e) {
    return e + 1; // error: cannot be applied to `error` and `int`
}
int main(void) { return 0; }
