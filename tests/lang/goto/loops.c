#include <stdio.h>

int main(void) {
    int i = 0;
again:
    i++;
    if (i < 5)
        goto again;
    printf("%d\n", i);
    for (int a = 0; a < 10; a++)
        for (int b = 0; b < 10; b++)
            if (a * b == 42) {
                printf("%d %d\n", a, b);
                goto out;
            }
out:
    goto end;
    printf("never\n");
end:
    printf("end\n");
    return 0;
}
// expect: 5
// expect: 6 7
// expect: end
