int x;
long a = (long)&x + 1; // error: the initialiser of a static object must be a constant
int *b = &x + 1;
