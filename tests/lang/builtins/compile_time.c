// What is decided while compiling.
#include <stdio.h>
struct S {
    char a;
    int b[4];
};
int main(void) {
    int x = 5;
    printf("%d %d\n", __builtin_constant_p(3), __builtin_constant_p("a"));
    printf("%d %d %d\n", __builtin_types_compatible_p(int, int),
           __builtin_types_compatible_p(int, long), __builtin_types_compatible_p(int[], int[3]));
    printf("%d\n", __builtin_choose_expr(1, 5, "x"));
    printf("%zu %zu\n", __builtin_offsetof(struct S, b), __builtin_offsetof(struct S, b[2]));
    if (__builtin_expect(x == 5, 1))
        puts("expected");
    __builtin_prefetch(&x);
    __builtin_prefetch(&x, 1, 3);
    printf("%d %d %d\n", __builtin_classify_type(1), __builtin_classify_type(1.0),
           __builtin_classify_type(&x));
    return 0;
}
// expect: 1 1
// expect: 1 0 1
// expect: 5
// expect: 4 12
// expect: expected
// expect: 1 8 5
