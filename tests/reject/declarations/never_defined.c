static int f(void); // error: `f` is used but never defined
int g(void);        // error: `g` is used but never defined
int h(void);
extern int v; // error: `v` is used but never defined
// note: it is used here
// note: define it without `extern`
int main(void) { return f() + g() + v + (int)sizeof h(); }
