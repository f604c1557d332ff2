// break, continue and goto in nested loops.
#include <stdio.h>
int main(void) {
    int i, j, s = 0;
    for (i = 0, j = 10; i < j; i++, j--)
        s += i * j;
    printf("%d\n", s);
    i = 0;
    do {
        if (i == 3)
            continue;
        if (i == 6)
            break;
        s += i;
    } while (i++ < 10);
    printf("%d %d\n", s, i);
    while (1) {
        if (--i < 0)
            break;
        switch (i) {
        case 1:
            goto out;
        case 2:
            continue;
        default:;
        }
    }
out:
    printf("%d\n", i);
    for (;;) {
        for (;;) {
            goto done;
        }
    }
done:
    s = 0;
    for (int i = 0; i < 3; i++)
        for (int i = 0; i < 3; i++)
            s++;
    printf("%d\n", s);
    if (s)
        ;
    else
        s = 1;
    if (s)
        if (0)
            s = 2;
        else
            s = 3;
    printf("%d\n", s);
    {
    lab:
        s++;
        if (s < 6)
            goto lab;
    }
    printf("%d\n", s);
    i = 5;
    while (i-- > 0)
        ;
    printf("%d\n", i);
    for (i = 0; i < 5; i++)
        if (i & 1)
            continue;
        else
            s += i;
    printf("%d\n", s);
    s = i ? j ? 1 : 2 : 3;
    printf("%d\n", s);
    i = (s = 1, s + 1);
    printf("%d\n", i);
    s = 1;
    s = s++ + 1;
    printf("%d\n", !!s && 1 || 0);
    return 0;
}
// expect: 70
// expect: 82 6
// expect: 1
// expect: 9
// expect: 3
// expect: 6
// expect: -1
// expect: 12
// expect: 1
// expect: 2
// expect: 1
