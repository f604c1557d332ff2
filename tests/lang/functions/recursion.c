#include <stdio.h>

static long factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }
static int gcd(int a, int b) { return b ? gcd(b, a % b) : a; }
static int ackermann(int m, int n) {
    return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
}
static int is_even(int n);
static int is_odd(int n) { return n == 0 ? 0 : is_even(n - 1); }
static int is_even(int n) { return n == 0 ? 1 : is_odd(n - 1); }
static int moves;
static void hanoi(int n, char a, char b, char c) {
    if (n == 0)
        return;
    hanoi(n - 1, a, c, b);
    moves++;
    hanoi(n - 1, c, b, a);
}

int main(void) {
    printf("%ld\n", factorial(15)); // expect: 1307674368000
    printf("%d\n", gcd(84, 36)); // expect: 12
    printf("%d\n", ackermann(2, 3)); // expect: 9
    printf("%d\n", is_even(50) * 10 + is_odd(7)); // expect: 11
    hanoi(8, 'a', 'b', 'c');
    printf("%d\n", moves); // expect: 255
    return 0;
}
