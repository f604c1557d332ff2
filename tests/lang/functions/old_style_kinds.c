// Definitions with a list of names.
#include <stdio.h>
int add();
double half(x)
double x;
{ return x / 2; }
char first(s)
char *s;
{ return *s; }
int arr(a, n)
int a[], n;
{
    int s = 0;
    while (n--)
        s += a[n];
    return s;
}
int sq(x)
int x;
{ return x * x; }
int cb(f, x) int (*f)();
int x;
{ return f(x); }
short sh(c, s, f)
char c;
short s;
float f;
{ return c + s + f; }
int main() {
    int a[] = {1, 2, 3};
    printf("%d %f %c %d %d %d\n", add(1, 2), half(3.0), first("x"), arr(a, 3), cb(sq, 5),
           sh('a', 2, 1.5));
    return 0;
}
int add(a, b)
int a, b;
{ return a + b; }
// expect: 3 1.500000 x 6 25 100
