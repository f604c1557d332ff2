struct s {
    int x;
} s;
void f(int *p, long *q, double d, void *v, void (*g)(void)) {
    (void)(p + p);   // error: `+` cannot be applied to `int *` and `int *`
    (void)(p - q);   // error: these pointers are of different types
    (void)(d % 2);   // error: the remainder of floating numbers is `fmod`
    (void)~d;        // error: `~` cannot be applied to
    (void)(s + 1);   // error: `+` cannot be applied to `struct s` and `int`
    (void)!s;        // error: `!` cannot be applied to
    (void)(v + 1);   // error: `void *` cannot be stepped through
    (void)(g + 1);   // error: cannot be stepped through
    (void)(p == q);  // error: these pointers are of different types
    (void)(p == 1);  // error: a pointer is compared with a number
    (void)(p == 0 && p == v);
    (void)*d;        // error: `*` needs a pointer, but `d` is `double`
    (void)d[1];      // error: `d` cannot be indexed
    (void)p[d];      // error: an index is an integer
    (void)(d ? s : d); // error: the two sides of `:` do not fit together
    (void)("a" + "b"); // error: `+` cannot be applied to `char *` and `char *`
}
