static extern int a; // error: `extern` and `static` do not go together
auto int b;          // error: `auto` has no place outside of functions
register int c;      // error: `register` has no place outside of functions
inline int d;        // error: only functions are `inline`
typedef inline int d2(void); // error: only functions are `inline`
int restrict;        // error: `restrict` is for pointers to objects

void f(static int x); // error: a parameter has no storage class

void g(void) {
    static int h(void);  // error: function `h` cannot be `static` here
    extern int e = 1;    // error: `e` is declared `extern` inside a block
    _Thread_local int t; // error: needs `static` or `extern`
}

_Thread_local typedef int i; // error: `typedef` and `thread_local` do not go together
_Thread_local int j;
extern int j;                // error: `j` is declared without `thread_local`, but was declared with it
int k;
extern _Thread_local int k;  // error: `k` is declared `thread_local`, but was declared without it
inline struct l {            // error: only functions are `inline`
    int x;
};
static inline int m(void) {
    return 1;
}
inline int main(void) { // error: `main` cannot be `inline`
    return m();
}
int o(...); // error: `...` needs a parameter in front of it
auto int p(void); // error: `auto` has no place outside of functions
register int q(void) { // error: function `q` cannot be `register` here
    return 1;
}
