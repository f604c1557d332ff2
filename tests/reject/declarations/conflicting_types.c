int f(int);
int f(long); // error: `f` is declared as `int f(long)`, but was `int f(int)`

int v;
long v; // error: `v` is declared as `long v`, but was `int v`

int old();
int old(char); // error: `old` is declared as

typedef int T;
typedef long T; // error: `T` is defined a second time
typedef int T;
