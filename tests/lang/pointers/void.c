// Generic functions over void pointers.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
void swap(void *a, void *b, size_t n) {
    char *p = a, *q = b;
    while (n--) {
        char t = *p;
        *p++ = *q;
        *q++ = t;
    }
}
int cmp(const void *a, const void *b) {
    return *(const char *)a - *(const char *)b;
}
void bub(void *b, size_t n, size_t s, int (*c)(const void *, const void *)) {
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j + 1 < n - i; j++) {
            char *p = (char *)b + j * s;
            if (c(p, p + s) > 0)
                swap(p, p + s, s);
        }
}
int main(void) {
    double x = 1, y = 2;
    swap(&x, &y, sizeof x);
    printf("%f %f\n", x, y);
    char s[] = "dbca";
    bub(s, 4, 1, cmp);
    puts(s);
    void *v = &x;
    printf("%f\n", *(double *)v);
    void *p = malloc(16);
    memcpy(p, "hi", 3);
    puts(p);
    long *lp = p;
    lp[1] = 5;
    printf("%ld\n", lp[1]);
    free(p);
    void *arr[2] = {&x, s};
    puts(arr[1]);
    printf("%ld\n", (long)((char *)v + 8 - (char *)v));
    printf("%d\n", v == (void *)&x);
    void (*fp)(void) = 0;
    printf("%d\n", !fp);
    return 0;
}
// expect: 2.000000 1.000000
// expect: abcd
// expect: 2.000000
// expect: hi
// expect: 5
// expect: abcd
// expect: 8
// expect: 1
// expect: 1
