int a[-1];       // error: array `a` has a negative size (-1)
int b[1.5];      // error: the size of an array is an integer
int n;
int c[n];        // error: the size of `c` must be a constant
int d[2][];      // error: `d` would be an array of `int[]`
void e[3];       // error: `e` would be an array of `void`
int f(void)[3];  // error: `f` cannot return an array
int g[3](void);  // error: `g` would be an array of `int (void)`
int h[3000000000]; // error: `h` is too large
static int i[];  // error: incomplete type

void k(int m) {
    static int s[m];   // error: `s` outlives this block
    int v[m] = {1};    // error: `v` has a size that varies
    int w[];           // error: incomplete type
    extern int x[m];   // error: `x` outlives this block
    extern int (*y)[m]; // error: `y` outlives this block, so every size in its type must be a constant
    static int (*z)[m];
}
int l(int a[3][static 2]); // error: outermost array of a parameter
const int m = 3;
int o[m];        // error: the size of `o` must be a constant
int s = _Alignof(int[]); // error: `alignof` of `int[]`: it has no size
int open[];      // warning: array `open` is taken to have one element
