void f(int *p, const int *c, char *s, unsigned char *u, void *v, int **pp) {
    char *a = p;          // error: they point at different types
    int *b = c;           // error: would lose a `const`
    u = s;                // error: they differ in sign
    s = v;
    v = p;
    const int **cc = pp;  // error: they point at different types
    int *n = 5;           // error: the number `int` where the pointer `int *` is needed
    int x = p;            // error: the pointer `int *` where the number `int` is needed
    int *z = 0, *y = (void *)0;
    double d = p;         // error: initialising `int *` where `double` is needed
    void (*g)(void) = v;  // warning: functions and objects do not mix
    x = (int)d + *a + *b + **cc + *n + (z == y) + (g == 0);
}
