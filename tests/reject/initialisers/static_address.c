// An address constant stays within 2 GiB of its object.
int x;
long a = (long)&x + 10000000000; // error: the initialiser of a static object must be a constant
int *b = &x + 1;
