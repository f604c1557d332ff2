// One name in many scopes and name spaces.
#include <stdio.h>
int x = 1;
int f(int x) {
    {
        int x = 3;
        {
            extern int x;
            return x;
        }
    }
}
typedef int T;
int g(void) {
    T T = 5;
    return T;
}
struct S {
    int a;
};
int h(void) {
    struct S {
        char c[3];
    };
    struct S s;
    return sizeof s;
}
enum { E1 };
int k(void) {
    enum { E1 = 9 };
    return E1;
}
int m(int T) {
    return T;
}
void n(void) {
    int n = 3;
    printf("%d\n", n);
}
int p(struct Q { int z; } * q) {
    return q->z;
}
int main(void) {
    printf("%d %d %d %d %d\n", f(2), g(), h(), k(), m(4));
    n();
    int x = x = 7;
    printf("%d\n", x);
    for (int x = 0; x < 1; x++) {
        int x = 9;
        printf("%d\n", x);
    }
    {
        int i = sizeof(int[2]);
        int j = i;
        printf("%d\n", j);
    }
    int y = sizeof y;
    printf("%d\n", y);
    return 0;
}
// expect: 1 5 3 9 4
// expect: 3
// expect: 7
// expect: 9
// expect: 8
// expect: 4
