// Quotient and remainder of every sign.
extern void abort(void);
int main(void) {
    int v[] = {0, 1, -1, 7, -7, 100, -100, 2147483647, -2147483647 - 1};
    for (int i = 0; i < 9; i++)
        for (int j = 1; j < 9; j++) {
            if (v[i] == -2147483647 - 1 && v[j] == -1)
                continue;
            int q = v[i] / v[j], r = v[i] % v[j];
            if ((long)q * v[j] + r != v[i])
                abort();
            if (r && ((r < 0) != (v[i] < 0)))
                abort();
            unsigned uq = (unsigned)v[i] / (unsigned)v[j], ur = (unsigned)v[i] % (unsigned)v[j];
            if (uq * (unsigned)v[j] + ur != (unsigned)v[i])
                abort();
        }
    long long a = -5;
    if (a / 2 != -2 || a % 2 != -1 || (unsigned long long)a / 2 != 0x7ffffffffffffffdull)
        abort();
    short s = -7;
    if (s / 2 != -3 || s % 2 != -1)
        abort();
    unsigned char c = 250;
    if (c / 7 != 35 || c % 7 != 5)
        abort();
    if (-7 / 2u != 2147483644u)
        abort();
    s /= 3;
    if (s != -2)
        abort();
    c %= 16;
    if (c != 10)
        abort();
    return 0;
}
// exit: 0
