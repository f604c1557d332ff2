#include <stdio.h>
typedef int di __attribute__((mode(DI)));
typedef unsigned qi __attribute__((__mode__(__QI__)));
typedef float df __attribute__((mode(DF)));
typedef int wide __attribute__((aligned(16)));
struct empty {}; // warning: has no members
struct outer { struct empty e; int n; };
struct s { char c; wide w; };
int g __attribute__((aligned(64)));
union number { int i; double d; };
static int int_of(union number u) { return u.i; }
struct empty same(struct empty e) { return e; }
int main(void) {
    printf("%zu %zu %d %zu\n", sizeof(di), sizeof(qi), (qi)-1, sizeof(df)); // expect: 8 1 255 8
    printf("%zu %zu %zu %zu\n", _Alignof(wide), _Alignof(struct s), __alignof__(g), __alignof__(main)); // expect: 16 16 64 1
    struct empty a, b;
    a = same(b);
    struct outer o = {{}, 3};
    printf("%zu %zu %d\n", sizeof a, sizeof o, o.n); // expect: 0 4 3
    union number u = (union number)7;
    printf("%d %d\n", u.i, int_of((union number)8)); // expect: 7 8
    u = (union number)2.5;
    printf("%g\n", u.d); // expect: 2.5
}
