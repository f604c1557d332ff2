static static int a;             // error: `static` stands here a second time
extern int extern b;             // error: `extern` stands here a second time
int typedef typedef c;           // error: `typedef` stands here a second time
static inline inline int f(void) { // a function specifier may repeat (C17 6.7.4p5)
    return a + (c)0 + b;
}
