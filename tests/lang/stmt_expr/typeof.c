// typeof in macros; statement expressions.
#include <stdio.h>
#define max(a, b)                                                                                  \
    ({                                                                                             \
        __typeof__(a) _a = (a);                                                                    \
        __typeof__(b) _b = (b);                                                                    \
        _a > _b ? _a : _b;                                                                         \
    })
#define swap(a, b)                                                                                 \
    do {                                                                                           \
        typeof(a) t = a;                                                                           \
        a = b;                                                                                     \
        b = t;                                                                                     \
    } while (0)
int main(void) {
    int x = 3, y = 4;
    printf("%d\n", max(x, y));
    swap(x, y);
    printf("%d %d\n", x, y);
    typeof(int[3]) arr = {1, 2, 3};
    printf("%zu\n", sizeof arr);
    typeof(&x) p = &y;
    printf("%d\n", *p);
    typeof(x + 1.0) d = 3;
    printf("%f\n", d / 2);
    const int ci = 1;
    __typeof(ci) cc = 5;
    printf("%d\n", cc);
    int r = ({
        int i, s = 0;
        for (i = 0; i < 5; i++)
            s += i;
        s;
    });
    printf("%d\n", r);
    printf("%d\n", ({
               if (x)
                   y = 9;
               y;
           }));
    return ({
               goto out;
               0;
           }),
           1;
out:
    return 6;
}
// expect: 4
// expect: 4 3
// expect: 12
// expect: 3
// expect: 1.500000
// expect: 5
// expect: 10
// expect: 9
// exit: 6
