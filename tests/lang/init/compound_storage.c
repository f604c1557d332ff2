// C23 6.5.2.5: a compound literal may say its storage class.
#include <stdio.h>

struct point { int x, y; };

static int next(void) {
    int *n = &(static int){10}; // one object, made once
    return ++*n;
}

static const struct point *origin(void) {
    return &(static const struct point){1, 2};
}

int main(void) {
    next();
    printf("%d\n", next());                                        // expect: 12
    printf("%d\n", origin()->y);                                   // expect: 2
    int size[(constexpr int){3}];
    static_assert((constexpr int){3} == 3);
    printf("%zu\n", sizeof size);                                  // expect: 12
    printf("%d\n", (register int){5} + (constexpr short){2});      // expect: 7
    printf("%zu\n", sizeof(static int[4]){0});                     // expect: 16
    static int *keep = (static int[2]){4, 5};
    printf("%d\n", keep[1]);                                       // expect: 5
    switch (3) {
    case (constexpr int){3}:
        puts("three");                                             // expect: three
    }
}
