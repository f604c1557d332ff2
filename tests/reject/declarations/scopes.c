// One name in one scope means one thing; name spaces and inner scopes are apart
// (C17 6.2.1, 6.2.3, 6.7p3-4).
struct s {
    int a;
} outer;
typedef int T;
enum { A = 3 };

void f(int x) {
    struct s {
        long a;
    } x2;
    x2 = outer;        // error: assigning `struct s` where `struct s` is needed
    typedef int x;     // error: `x` is defined a second time
    int x(void);       // error: `x` is defined a second time
    { extern int x; }
    x: goto x;
}
void g(void) {
    int y;
    int y(void);       // error: `y` is defined a second time
    { int y(void); }
    extern int z;
    extern long z;     // error: `z` is declared as `long z`, but was `int z`
    T T = 1;
    T w;               // error: expected `;` after this expression
    enum { A = A + 1 };
    int room[A - 3];
    room[0] = T;
}
void h(int h) {
    h(1);              // error: `h` cannot be called: it is `int`, not a function
    for (int i = 0, i = 1; i;) // error: `i` is defined a second time
        ;
    { int only; }
    only = 1;          // error: unknown name `only`
    l:;
    { l:; }            // error: label `l` stands in this function already
}
int p[3];
extern int *p;         // error: `p` is declared as `int *p`, but was `int p[3]`
int q(int (*)[3]);
int q(int (*)[4]);     // error: `q` is declared as `int q(int (*)[4])`, but was `int q(int (*)[3])`
int r(const int);
int r(int);
int u(const int *);
int u(int *);          // error: `u` is declared as `int u(int *)`, but was `int u(const int *)`
