int f(int x) {
    char c = 300;       // warning: 300 does not fit `char`
    int i = 1.5;        // warning: 1.5 loses its fraction
    int a[3] = {0};
    a[3] = 1;           // warning: index 3 is outside of `int a[3]`
    int *end = &a[3];
    x /= 0;             // warning: division by zero
    x = x << 32;        // warning: a shift by 32 is out of range
    x = 2147483647 + x * 0;
    x = 2147483647 + 1; // warning: the result does not fit `int`
    return c + i + a[0] + (end - a) + x;
}
