// sizeof evaluates nothing, but a VLA.
#include <stdio.h>
struct S {
    char a;
    double b;
    char c;
};
struct __attribute__((packed)) P {
    char a;
    double b;
};
int f(void);
int main(void) {
    char c;
    short s;
    printf("%zu %zu %zu %zu %zu\n", sizeof(c + c), sizeof s, sizeof + s, sizeof(c = 1),
           sizeof(c, s));
    printf("%zu %zu %zu\n", sizeof(struct S), sizeof(struct P), sizeof f());
    int a[5];
    printf("%zu %zu %zu\n", sizeof a, sizeof &a, sizeof(&a[0]));
    printf("%zu %zu\n", sizeof "abc", sizeof L"abc");
    printf("%zu %zu %zu %zu\n", sizeof(long double) > 0, sizeof(void *), sizeof(1 == 1),
           sizeof 'x');
    int i = 1;
    (void)sizeof(i++);
    printf("%d\n", i);
    printf("%zu\n", _Alignof(struct S));
    printf("%zu\n", sizeof(int(*)[3]));
    printf("%zu\n", sizeof(char[3][7]));
    printf("%zu\n", sizeof(1 ? c : s));
    return 0;
}
// expect: 4 2 4 1 2
// expect: 24 9 4
// expect: 20 8 8
// expect: 4 16
// expect: 1 8 4 4
// expect: 1
// expect: 8
// expect: 8
// expect: 21
// expect: 4
