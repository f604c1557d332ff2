// A tag declared inside a struct belongs to the scope around it (C17 6.2.1p4) and takes no
// room (6.7.2.1p13).
#include <stdio.h>

struct outer {
    struct inner {
        int a, b;
    };
    enum { ONE = 1, TWO };
    int c;
};

int main(void) {
    struct outer x = {TWO};
    struct inner y = {ONE, 5};
    printf("%zu %d %d\n", sizeof x, x.c, y.a + y.b); // expect: 4 2 6
    return 0;
}
