int f(int a, int b, unsigned char u, char c, short s, double d) {
    if (0 < a < 10)  // warning: this compares the result of the first comparison, which is 0 or 1
        return 1;
    if ((a < b) == (b < 3))
        return 2;
    if (a & 1 == 0)  // warning: `==` binds tighter than `&`
        return 3;
    if ((a & 1) == 0 || (a == 1 & b == 2))
        return 4;
    if (!a == b)     // warning: `!` binds tighter than `==`
        return 5;
    if (!a == !b || (!a) == b || !(a == b))
        return 6;
    if (a == 1 || 2) // warning: 2 alone is a condition that is always true
        return 7;
    if (a == 1 || a == 2 || a & 2)
        return 8;
    if (a == a)      // warning: `a` is compared with itself: this is always true
        return 9;
    if (d != d)      // only NaN is not equal to itself
        return 10;
    if (u == -1)     // warning: this is always false: `unsigned char` holds 0 to 255
        return 11;
    if (u < 256)     // warning: this is always true: `unsigned char` holds 0 to 255
        return 12;
    if (200 == c)    // warning: this is always false: `char` holds -128 to 127
        return 13;
    if (c == -1 || u == 255 || s > 32766 || s <= -32768)
        return 14;
    a = a;           // warning: this assigns `a` to itself
    a = b = a;
    return a;
}
