#include <stdio.h>
#define N 100

static char composite[N + 1];

int main(void) {
    for (int i = 2; i * i <= N; i++)
        if (!composite[i])
            for (int j = i * i; j <= N; j += i)
                composite[j] = 1;
    int n = 0, last = 0;
    for (int i = 2; i <= N; i++)
        if (!composite[i]) {
            n++;
            last = i;
        }
    printf("%d %d\n", n, last); // expect: 25 97
    return 0;
}
