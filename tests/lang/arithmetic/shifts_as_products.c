// Every shift against multiplication and division.
extern void abort(void);
unsigned u = 0xdeadbeef;
int s = -123456789;
unsigned long long ull = 0xdeadbeefcafebabeull;
long long sll = -1234567890123456789LL;
unsigned char uc = 0xff;
signed char sc = -2;
int main(void) {
    for (int i = 0; i < 32; i++) {
        unsigned r = u;
        for (int j = 0; j < i; j++)
            r /= 2;
        if (u >> i != r)
            abort();
        r = u;
        for (int j = 0; j < i; j++)
            r *= 2;
        if (u << i != r)
            abort();
        int q = s;
        for (int j = 0; j < i; j++)
            q = (q - (q & 1)) / 2;
        if (s >> i != q)
            abort();
    }
    for (int i = 0; i < 64; i++) {
        unsigned long long r = ull;
        for (int j = 0; j < i; j++)
            r /= 2;
        if (ull >> i != r)
            abort();
        r = ull;
        for (int j = 0; j < i; j++)
            r += r;
        if (ull << i != r)
            abort();
        long long q = sll;
        for (int j = 0; j < i; j++)
            q = (q - (q & 1)) / 2;
        if (sll >> i != q)
            abort();
    }
    if (uc << 24 >> 24 != -1)
        abort();
    if (sc >> 1 != -1 || (unsigned)sc >> 31 != 1)
        abort();
    if ((1ull << 63) >> 63 != 1)
        abort();
    long sh = 5;
    if (1 << sh != 32 || 1L << (char)40 != 1099511627776L)
        abort();
    u = 1;
    u <<= 31;
    if (u != 0x80000000)
        abort();
    uc >>= 4;
    uc <<= 7;
    if (uc != 0x80)
        abort();
    return 0;
}
// exit: 0
