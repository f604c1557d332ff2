int n = 3;
int a = n;           // error: the initialiser of `a` is not constant
int b = 1 / 0;       // error: the initialiser of `b` is not constant
int *c = &n;
int d = 2147483647 + 1; // error: this constant overflows
int f(int x) {
    static int y = x; // error: the initialiser of `y` is not constant
    return y;
}
