#include <string.h>
void copy(int n, int *restrict to, const int *restrict from) {
    for (int i = 0; i < n; i++)
        to[i] = from[i];
}
int sum(const int *restrict a, const int *restrict b) {
    return *a + *b;
}

int use(void) {
    int a[4] = {1, 2, 3, 4}, *p = a, x = 1;
    char *end, text[8] = "12";
    copy(4, a, a); // warning: `to` is `restrict`: what it points at may be reached in no other way, but `a` is passed twice
    copy(1, &x, &x); // warning: but `x` is passed twice
    copy(1, p, p); // warning: but `p` is passed twice
    copy(2, a, a + 2);
    copy(1, p, a);
    (void)strtol(text, &end, 10);
    char *at = text;
    (void)strtol(at, &at, 10);
    return sum(a, a);
}
// silent: `text` is
// silent: `at` is
