#include <stdbool.h>
#include <stdio.h>

static bool flip(bool b) { return !b; }
struct s { bool a; bool b : 1; };

int main(void) {
    bool b = 2;
    printf("%d %d\n", b, flip(b)); // expect: 1 0
    b = 0.1;
    printf("%d\n", b); // expect: 1
    b = "text";
    printf("%d\n", b); // expect: 1
    b++;
    printf("%d\n", b); // expect: 1
    b--;
    printf("%d\n", b); // expect: 0
    b ^= 5;
    printf("%d\n", b); // expect: 1
    b += 255;
    printf("%d\n", b); // expect: 1
    struct s s = {4, 6};
    printf("%d %d\n", s.a, s.b); // expect: 1 1
    int n = 256;
    bool arr[2] = {n, !n};
    printf("%d%d\n", arr[0], arr[1]); // expect: 10
    printf("%d\n", (bool)n + (n > 5) + true); // expect: 3
    printf("%zu\n", sizeof(bool)); // expect: 1
    return 0;
}
