// A callback whose `void` was forgotten is one mistake, however often it is used.
#include <stdio.h>

say(void *text) { // warning: has no type
    printf("%s\n", (char *)text);
} // warning: can end here without returning a value

int main(void) {
    call_later(2, say, "later"); // error: where `void (*)(void *)` is needed
    // note: `say` has no type, so its result is `int`; write `void` in front of it
    call_soon(say, "soon");
    void (*p)(void *) = say;
    return p == NULL;
}
