// NaN, infinity, signed against unsigned, pointers.
extern void abort(void);
int main(void) {
    double nan = 0.0 / 0.0, inf = 1.0 / 0.0;
    if (nan == nan || nan < 1 || nan > 1 || nan <= nan || !(nan != nan))
        abort();
    if (!(inf > 1e308) || !(-inf < 0) || inf != inf)
        abort();
    if (nan < inf || !(!(nan >= 0)))
        abort();
    if (nan ? 0 : 1)
        abort();
    float f = 0.1f;
    if ((double)f == 0.1)
        abort();
    if (0.0 != -0.0 || 1 / 0.0 == 1 / -0.0)
        abort();
    int i = -1;
    unsigned u = 1;
    if (i < u)
        abort();
    if (!((long)i < u))
        abort();
    if (!(i < (unsigned char)1))
        abort();
    if (!((unsigned short)65535 > i))
        abort();
    long long ll = -1;
    if (!(ll < u))
        abort();
    unsigned long ul = 1;
    if (ll < ul)
        abort();
    char c = '\x80';
    if (!(c < 0))
        abort();
    if ((unsigned char)c != 0x80)
        abort();
    _Bool b = 2;
    if (b != 1 || b == 2)
        abort();
    int *p = &i, *q = 0;
    if (p == q || !p || q || !(p != 0))
        abort();
    while (nan < 0)
        abort();
    if (!(nan < 0) && !(nan >= 0))
        ;
    else
        abort();
    double d = 3;
    if (d > 2 && d < 4 || 0)
        ;
    else
        abort();
    if ((int)d > u) /**/
        ;
    else
        abort();
    return 0;
}
// exit: 0
