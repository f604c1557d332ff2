// packed and aligned, of structs, of members and by typedef.
#include <stdio.h>
struct __attribute__((packed)) P {
    char a;
    int b;
};
struct Q {
    char a;
    int b;
} __attribute__((packed));
struct R {
    char a;
    int b __attribute__((packed));
    short c;
};
struct S {
    char a;
    int b __attribute__((aligned(16)));
};
typedef int A16 __attribute__((aligned(16)));
struct T {
    char c;
    A16 x;
};
struct B {
    char a;
    int b : 20 __attribute__((packed));
};
int al __attribute__((aligned(64)));
int main(void) {
    printf("%zu %zu %zu %zu %zu %zu\n", sizeof(struct P), sizeof(struct Q), sizeof(struct R),
           sizeof(struct S), sizeof(struct T), sizeof(struct B));
    printf("%zu %zu %zu\n", _Alignof(struct S), _Alignof(struct P), _Alignof(struct R));
    printf("%d\n", ((unsigned long)&al) % 64 == 0);
    struct R r = {1, -2, 3};
    struct B b = {4, -5};
    printf("%d %d %d %d %d\n", r.a, r.b, r.c, b.a, b.b);
    return 0;
}
// expect: 5 5 8 32 32 4
// expect: 16 1 2
// expect: 1
// expect: 1 -2 3 4 -5
