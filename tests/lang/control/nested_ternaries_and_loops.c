#include <stdio.h>

int main(void) {
    for (int i = 1; i <= 15; i++)
        printf("%s%s", i % 15 == 0 ? "FizzBuzz" : i % 5 == 0 ? "Buzz" : i % 3 == 0 ? "Fizz" : "-", i < 15 ? " " : "\n");
    int n = 0;
    for (int i = 0, j = 10; i < j; i += 2, --j)
        for (int k = i; k < j; k++)
            n += k & 1 ? k : -k;
    printf("%d\n", n);
    int i = 5;
    while (i --> 0)
        printf("%d", i);
    printf("\n");
    do {
        if (i > 3) break;
        i += 2;
        if (i == 1) continue;
        printf("%d ", i);
    } while (i < 10);
    printf("\n");
    return 0;
}
// expect: - - Fizz - Buzz Fizz - - Fizz Buzz - Fizz - - FizzBuzz
// expect: -4
// expect: 43210
// expect: 3 5 
