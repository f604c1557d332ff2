// Large values, ranges, Duff's device, switches without a block.
#include <stdio.h>
int f(int x) {
    switch (x) {
    case 0:
        return 1;
    case 1:
    case 2:
        return 3;
    case 100 ... 200:
        return 7;
    case -5:
        return 9;
    case 1000000:
        return 11;
    case 'a' + 1000:
        return 12;
    default:
        return 0;
    case 0x7fffffff:
        return 44;
    }
}
long g(unsigned long u) {
    switch (u) {
    case 0xffffffffffffffff:
        return 1;
    case 5:
        return 2;
    }
    return 3;
}
int h(char c) {
    switch (c) {
    case -1:
        return 1;
    case 127:
        return 2;
    default:
        return 3;
    }
}
int duff(char *to, const char *from, int count) {
    int n = (count + 7) / 8;
    switch (count % 8) {
    case 0:
        do {
            *to++ = *from++;
        case 7:
            *to++ = *from++;
        case 6:
            *to++ = *from++;
        case 5:
            *to++ = *from++;
        case 4:
            *to++ = *from++;
        case 3:
            *to++ = *from++;
        case 2:
            *to++ = *from++;
        case 1:
            *to++ = *from++;
        } while (--n > 0);
    }
    return count;
}
int main(void) {
    int v[] = {0, 1, 2, 3, 99, 100, 150, 200, 201, -5, 1000000, 1097, 0x7fffffff};
    for (unsigned i = 0; i < sizeof v / sizeof *v; i++)
        printf("%d ", f(v[i]));
    puts("");
    printf("%ld %ld %ld\n", g(-1), g(5), g(6));
    printf("%d %d %d\n", h(255), h(127), h(0));
    char b[20] = {0};
    duff(b, "hello world!!", 13);
    puts(b);
    switch (3)
    default:
        puts("d");
    switch (1) {
        int x;
    case 1:
        x = 4;
        printf("%d\n", x);
    }
    switch (2)
        ;
    for (int i = 0; i < 3; i++)
        switch (i) {
        case 1:
            continue;
        default:
            printf("%d", i);
            break;
        }
    puts("");
    return 0;
}
// expect: 1 3 3 0 0 7 7 7 0 9 11 12 44 
// expect: 1 2 3
// expect: 1 2 3
// expect: hello world!!
// expect: d
// expect: 4
// expect: 02
