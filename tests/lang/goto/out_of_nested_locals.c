#include <stdio.h>
#include <string.h>

static int f(int depth) {
    char a[8] = "a";
    for (int i = 0; i < 3; i++) {
        char b[8] = "b";
        strcat(b, a);
        while (1) {
            char c[16] = "c";
            strcat(c, b);
            if (i == depth)
                goto found;
            if (strlen(c) == 3)
                break;
        }
    }
    return -1;
found:
    strcat(a, "!");
    return (int)strlen(a);
}

int main(void) {
    printf("%d %d\n", f(1), f(5)); // expect: 2 -1
    return 0;
}
