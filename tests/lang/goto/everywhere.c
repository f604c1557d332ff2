// Forwards, backwards, into and out of blocks and VLAs.
#include <stdio.h>
int main(void) {
    int i = 0;
top:
    i++;
    if (i < 3)
        goto top;
    goto in;
    {
        int x;
    in:
        x = 5;
        printf("%d %d\n", x, i);
    }
    for (i = 0;; i++) {
        for (int j = 0;; j++) {
            if (j == 3)
                goto next;
            if (i == 2)
                goto end;
        }
    next:;
    }
end:
    printf("%d\n", i);
    switch (i) {
    case 2:
        goto c3;
    case 3:
    c3:
        puts("c3");
    default:
        puts("d");
    }
    {
        goto b;
    a:
        puts("a");
        goto c;
    b:
        puts("b");
        goto a;
    c:;
    }
    int k = 0;
l1 : {
    int a[k + 1];
    a[k] = k;
    if (++k < 3)
        goto l1;
    printf("%d\n", (int)sizeof a);
}
    return 0;
}
// expect: 5 3
// expect: 2
// expect: c3
// expect: d
// expect: b
// expect: a
// expect: 12
