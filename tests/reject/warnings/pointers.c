#include <stdio.h>
int f(void *p, int *q, int x) {
    (void)*p;        // warning: a `void *` does not say what it points at
    puts("ab" + x);  // warning: `+` does not join: it moves a pointer along the string
    puts("ab" + 1);
    puts(&"ab"[x]);
    return (int)q    // warning: `int *` has more bits than `int`
           + (int)(long)q;
}
void *g(void) {
    return (void *)f; // warning: a pointer to a function is no pointer to an object
}
char digits[3] = "012"; // warning: the array of 3 has no room for the string's final zero
char word[4] = "abc";
