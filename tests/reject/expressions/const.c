struct s {
    const int x;
    int y;
};
void f(struct s a, struct s b, const int *p, int *const q) {
    a = b;   // error: it is `const` with a `const` member
    a.x = 1; // error: cannot assign to member `x`: it is `const`
    a.y = 1;
    *p = 1;  // error: cannot assign to this expression: it is `const`
    p = 0;
    *q = 1;
    q = 0;   // error: cannot assign to `q`: it is `const`
    const int t[2] = {1, 2};
    t[0]++;  // error: cannot increment this expression: it is `const`
}
