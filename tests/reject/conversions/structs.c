struct a {
    int x;
} a;
struct b {
    int x;
} b;
int f(void) {
    a = b;              // error: assigning `struct b` where `struct a` is needed
    a = 1;              // error: assigning `int` where `struct a` is needed
    int n = a;          // error: initialising `struct a` where `int` is needed
    n = (int)a;         // error: `struct a` cannot be cast to `int`
    a = (struct a)1;    // error: `int` cannot be cast to `struct a`
    if (a)              // error: neither true nor false
        return n;
    return a;           // error: returning `struct a` where `int` is needed
}
