void f(void) {
    for (static int i = 0; i < 3; i++) // error: what a header declares cannot be `static`
        ;
    for (int g(void);;) // error: declares variables only, not the function `g`
        break;
    for (struct s { int x; } v = {0}; v.x < 3; v.x++) // error: variables only, not the type `s`
        ;
    for (enum { A, B } e = A; e < B; e++) // error: variables only, not the constant `A`
        ;
    for (struct { int i; long n; } v = {0, 1}; v.i < 3; v.i++)
        v.n *= 2;
}
