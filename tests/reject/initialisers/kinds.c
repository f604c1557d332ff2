int a[3] = 1;         // error: this is no initialiser for `int[3]`
int b[3], c[3] = b;   // error: this is no initialiser for `int[3]`
int e[] = {};         // error: an array without a size needs at least one value
typedef int T = 3;    // error: `T` is a type and cannot have a value
