#define A(...) __VA_OPT__               // error: `__VA_OPT__` needs `(` behind it
#define B(x) __VA_OPT__(x)              // error: can stand only in a macro whose parameters end with `...`
#define C(...) __VA_OPT__(__VA_OPT__()) // error: `__VA_OPT__` can't stand inside another
#define D(x, ...) x __VA_OPT__(+ __VA_ARGS__)
