// Function pointers, static locals, variadic functions, recursion.
#include <stdarg.h>
#include <stdio.h>

static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }
static int mul(int a, int b) { return a * b; }

static int counter(void) {
    static int n = 10;
    return n++;
}

static double average(int count, ...) {
    va_list ap;
    double sum = 0;
    va_start(ap, count);
    for (int i = 0; i < count; i++)
        sum += va_arg(ap, double);
    va_end(ap);
    return sum / count;
}

static int ackermann(int m, int n) {
    return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
}

static int apply(int (*f)(int, int), int a, int b) {
    return f(a, b);
}

int main(void) {
    int (*table[])(int, int) = {add, sub, mul};
    const char *names[] = {"add", "sub", "mul"};
    for (int i = 0; i < 3; i++)
        printf("%s %d %d\n", names[i], table[i](7, 3), apply(table[i], 2, 5));
    counter();
    counter();
    printf("%d\n", counter());
    printf("%.3f\n", average(4, 1.0, 2.5, 3.5, 10.0));
    printf("%d\n", ackermann(2, 3));
    return 0;
}

// expect: add 10 7
// expect: sub 4 -3
// expect: mul 21 10
// expect: 12
// expect: 4.250
// expect: 9
