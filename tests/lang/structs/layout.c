#include <stddef.h>
#include <stdio.h>

struct a { char c; int i; char d; };
struct b { char c; short s; char d; long l; };
struct c { char x[3]; short s; };
struct __attribute__((packed)) d { char c; int i; };
struct e { char c; double d; struct a a; };
union f { char c[9]; long l; };

int main(void) {
    printf("%zu %zu %zu\n", sizeof(struct a), offsetof(struct a, i), offsetof(struct a, d)); // expect: 12 4 8
    printf("%zu %zu %zu\n", sizeof(struct b), offsetof(struct b, s), offsetof(struct b, l)); // expect: 16 2 8
    printf("%zu %zu\n", sizeof(struct c), offsetof(struct c, s)); // expect: 6 4
    printf("%zu %zu\n", sizeof(struct d), offsetof(struct d, i)); // expect: 5 1
    printf("%zu %zu\n", sizeof(struct e), offsetof(struct e, a.d)); // expect: 32 24
    printf("%zu %zu\n", sizeof(union f), _Alignof(union f)); // expect: 16 8
    struct d d = {1, 0x01020304};
    printf("%x\n", d.i); // expect: 1020304
    d.i += 5;
    printf("%x\n", d.i); // expect: 1020309
    return 0;
}
