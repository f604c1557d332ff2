#include <stdio.h>

int main(void) {
    int a[6] = {10, 11, 12, 13, 14, 15};
    int *p = a, *end = a + 6;
    printf("%d %d\n", *(p + 2), p[3]); // expect: 12 13
    p += 2;
    printf("%d %d\n", *p, p[-1]); // expect: 12 11
    p--;
    printf("%d %ld\n", *p, (long)(end - p)); // expect: 11 5
    printf("%d%d%d%d\n", p < end, p <= end, p > end, end >= end); // expect: 1101
    printf("%d\n", *p++ + *p); // expect: 23
    int sum = 0;
    for (int *q = a; q != end; ++q)
        sum += *q;
    printf("%d\n", sum); // expect: 75
    double d[3] = {1, 2, 3}, *dp = &d[2];
    dp -= 2;
    printf("%.0f %td\n", *dp, &d[2] - dp); // expect: 1 2
    long i = -1;
    printf("%d\n", end[i]); // expect: 15
    unsigned u = 3;
    printf("%d\n", *(a + u)); // expect: 13
    char *c = (char *)a;
    printf("%d\n", *(c + 4)); // expect: 11
    return 0;
}
