#include <stdio.h>

static int f(int n) {
    switch (n) {
        int r;
    case 0:
        r = 10;
        return r;
    case 1:;
        int s[2] = {1, 2};
        r = s[0] + s[1];
        return r;
    case 2:
        s[0] = 7;
        return s[0];
    default: {
        int t = n * 2;
        switch (t) {
        case 8: return 80;
        default: break;
        }
        return t;
    }
    }
}

int main(void) {
    for (int i = 0; i < 6; i++)
        printf("%d ", f(i));
    printf("\n"); // expect: 10 3 7 6 80 10 
    return 0;
}
