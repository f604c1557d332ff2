int a[2] = {1, 2, 3};            // error: more values than `int[2]` has room for
int b = {1, 2};                  // error: more values than `int` has room for
struct s {
    int x, y;
} c = {1, 2, 3};                 // error: more values than `struct s` has room for
union u {
    int i;
    double d;
} d = {1, 2.0};                  // error: more values than `union u` has room for
char e[2] = "abc";               // error: the string has 3 characters, the array has room for 2
int f[2][2] = {{1, 2}, {3, 4}, {5}}; // error: more values than
