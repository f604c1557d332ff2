static extern int a; // error: these storage classes do not go together
auto int b;          // error: `auto` has no place outside of functions
register int c;      // error: `register` has no place outside of functions
inline int d;        // error: only functions are `inline`

void f(static int x); // error: a parameter has no storage class

void g(void) {
    static int h(void);  // error: function `h` cannot be declared like this here
    extern int e = 1;    // error: `e` is declared `extern` inside a block
    _Thread_local int t; // error: needs `static` or `extern`
}
