struct s {
    int x;
} get(void) {
    return (struct s){1};
}
void f(int x, const int c, int *p) {
    1 = x;         // error: cannot assign to a number
    x + 1 = 2;     // error: cannot assign to this expression
    get().x = 1;   // error: cannot assign to member `x`
    (int)x = 1;    // error: cannot assign to this expression
    c = 1;         // error: cannot assign to `c`: it is `const`
    x++++;         // error: cannot increment this expression
    &x = p;        // error: cannot assign to this expression
    &1;            // error: a number has no address
    "abc" = 0;     // error: cannot assign to a string literal: it is an array
}
struct later;
int g(struct later *l, int *p) {
    *l;         // error: this value has the incomplete type `struct later`
    &*p = 0;    // error: cannot assign to this expression
    register struct {
        int list[2];
    } r = {{1, 2}};
    p = r.list; // error: `r` is declared `register`, so it has no address
    (void)&*l;
    return *p;
}
