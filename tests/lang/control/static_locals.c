// Static locals of the same name, in recursion, in loops.
#include <stdio.h>
int next(void) {
    static int n = 10;
    return n++;
}
int *addr(void) {
    static int v;
    return &v;
}
int rec(int n) {
    static int d;
    d++;
    if (n)
        rec(n - 1);
    return d;
}
int f(int c) {
    if (c) {
        static int x = 1;
        return x++;
    } else {
        static int x = 100;
        return x++;
    }
}
const char *name(int i) {
    static const char *const t[] = {"zero", "one"};
    return t[i];
}
int main(void) {
    next();
    next();
    printf("%d\n", next());
    *addr() = 5;
    printf("%d\n", *addr());
    printf("%d\n", rec(4));
    f(1);
    f(0);
    printf("%d %d\n", f(1), f(0));
    puts(name(1));
    for (int i = 0; i < 3; i++) {
        static int k;
        int j = 0;
        k++;
        j++;
        if (i == 2)
            printf("%d %d\n", k, j);
    }
    static int arr[3] = {1, 2};
    arr[2]++;
    printf("%d\n", arr[2]);
    return 0;
}
// expect: 12
// expect: 5
// expect: 5
// expect: 2 101
// expect: one
// expect: 3 1
// expect: 1
