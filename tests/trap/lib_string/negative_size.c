#include <string.h>

int main(void) {
    char to[5], from[5] = "abcd";
    int n = (int)strlen(from) - 5;
    memcpy(to, from, n); // trap: `memcpy` reads past the end of `char from[5]`
    // note: a size has no sign: -1 is that large as a `size_t`
    return 0;
}
