#include <stdio.h>
#define SWAP(a, b) do { typeof(a) t_ = a; a = b; b = t_; } while (0)
#define CLAMP(x, lo, hi) ({ typeof(x) v_ = (x); v_ < (lo) ? (lo) : v_ > (hi) ? (hi) : v_; })
#define SUM(a) ({ long s_ = 0; for (unsigned i_ = 0; i_ < sizeof(a) / sizeof *(a); i_++) s_ += (a)[i_]; s_; })

int main(void) {
    int x = 1, y = 2, calls = 0, a[] = {1, 2, 3};
    SWAP(x, y);
    printf("%d %d\n", x, y); // expect: 2 1
    printf("%d %d\n", CLAMP(15, 0, 10), CLAMP(calls++, 5, 10)); // expect: 10 5
    printf("%d\n", calls); // expect: 1
    printf("%ld\n", SUM(a) + SUM(((int[]){10, 20}))); // expect: 36
    if (({ int found = 0; for (int i = 0; i < 3; i++) if (a[i] == 2) found = 1; found; }))
        printf("found\n"); // expect: found
    int z = ({ goto skip; skip: 5; }) + ({ switch (x) { case 2: y = 7; } y; });
    printf("%d\n", z); // expect: 12
    return 0;
}
