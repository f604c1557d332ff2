int a;
static int a; // error: `a` is declared `static`, but was declared without it before

static int b;
int b; // error: `b` is declared not `static`, but was declared with it before

static int c;
extern int c;

int f(void);
static int f(void) { return 0; } // error: `f` is declared `static`

static int g(void);
int g(void) { return 0; }

static int h;
int k(void) {
    int h = 1;
    {
        extern int h; // error: `h` is declared `extern` where another one hides it, but was declared `static` before
        return h;
    }
}
static int l;
int m(void) {
    extern int l;
    return l;
}
int n;
int o(void) {
    int n = 1;
    {
        extern int n;
        return n;
    }
}
