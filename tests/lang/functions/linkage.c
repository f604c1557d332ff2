// Declarations with linkage, everywhere they may stand.
#include <stdio.h>
int tent[];
int tent[5];
int tent2[];
static int st;
static int st;
extern int ex;
int ex = 3;
int ex;
int f(void) {
    extern int later;
    return later;
}
int later = 8;
static int sf(void);
int usesf(void) {
    return sf();
}
static int sf(void) {
    return 4;
}
int c1(void) {
    static int n;
    return ++n;
}
int c2(void) {
    static int n = 10;
    {
        static int n = 20;
        n++;
        if (n > 100)
            return n;
    }
    return ++n;
}
int g(void) {
    int ex = 5;
    {
        extern int ex;
        return ex;
    }
}
inline int in(int x) {
    return x + 1;
}
extern inline int in(int);
static inline int rec(int n) {
    return n ? n + rec(n - 1) : 0;
}
int main(void) {
    extern int printf(const char *, ...);
    printf("%zu %d %d\n", sizeof tent, f(), usesf());
    c1();
    c1();
    printf("%d\n", c1());
    c2();
    printf("%d %d %d %d\n", c2(), g(), in(1), rec(10));
    int h(int);
    printf("%d\n", h(3));
    return tent2[0];
}
int h(int x) {
    return x * x;
}
// expect: 20 8 4
// expect: 3
// expect: 12 3 2 55
// expect: 9
