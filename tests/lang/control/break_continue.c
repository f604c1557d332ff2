#include <stdio.h>

int main(void) {
    int sum = 0;
    for (int i = 0; i < 20; i++) {
        if (i % 2)
            continue;
        if (i > 10)
            break;
        sum += i;
    }
    printf("%d\n", sum); // expect: 30
    int i = 0, odd = 0;
    while (i < 10) {
        i++;
        if (i % 2 == 0)
            continue;
        odd++;
    }
    printf("%d\n", odd); // expect: 5
    i = 0;
    do {
        if (++i == 5)
            continue;
        if (i == 8)
            break;
    } while (i < 100);
    printf("%d\n", i); // expect: 8
    for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
            if (b == a)
                break;
            printf("%d%d ", a, b);
        }
    }
    printf("\n"); // expect: 10 20 21 
    return 0;
}
