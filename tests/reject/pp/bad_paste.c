#define JOIN(a, b) a##b
int x = 1 JOIN(+, *) 2; // error: `##` joins `+` and `*` to `+*`, which is no token of C
