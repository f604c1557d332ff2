// A variable that may be negative is compared with an unsigned number, and nobody asks for its sign.
int use(unsigned limit, int fd, char *buffer) {
    int i = -1;
    if (i < limit) // warning: `i` may be negative, which is a large positive number beside `unsigned int`
        return 1;
    for (int k = 5; k >= limit; k--) // warning: `k` may be negative
        limit++;                     // note: it may become negative here
    int got = read(fd, buffer, 10);
    if (got < sizeof i) // warning: `got` may be negative
        return 2;
    short narrow;
    narrow = -limit;
    return narrow <= limit; // warning: `narrow` may be negative
}
// Nothing to say: it counts up, it is asked, it is wider, it is not ordered.
int quiet(unsigned limit, int fd, char *buffer, int parameter) {
    for (int k = 0; k < limit; k++)
        buffer[k] = 0;
    int got = read(fd, buffer, 10);
    if (got == -1)
        return 1;
    long wide = -5;
    int step = 3;
    for (int k = 9; k >= 0 && k < limit; k--)
        step -= 1;
    return got < sizeof step || wide < limit || parameter > limit || step == limit;
}
