// A mistake in a macro's text is told where the macro is first used, with where it is defined; not again at each use.
// note: macro `SCALED` is defined here
// note: from here on, 2 more uses of `SCALED` make the same mistake
// note: macro `UNLESS` is defined here
// note: one more use of `UNLESS` makes the same mistake
#include <stdio.h>
#define SCALED(x) ((x) * "2")
#define UNLESS(a, b) if (a = b) return 1
#define SHOW(text) printf("%s\n", text)

int first(int n) {
    return SCALED(n); // error: `*` cannot be applied to `int` and `char *`
}

int second(int n) {
    return SCALED(n + 1) + SCALED(n + 2);
}

int main(void) {
    int n = first(1) + second(2);
    UNLESS(n, 3); // warning: the condition of `if` assigns with `=`
    UNLESS(n, 4);
    SHOW(n); // error: `%s` needs a string
    SHOW(1); // error: `%s` needs a string
    return SCALED(1.5); // error: `*` cannot be applied to `double` and `char *`
}
