int one(int);
int (*p)(int) = one;
int (*q)(long) = one;   // error: they point at different types
int (*r)(int) = &one;
int s = one;            // error: the pointer `int (*)(int)` where the number `int` is needed
int one(int x) { return x; }
