short double a;   // error: these words do not make a type together
long char b;      // error: these words do not make a type together
signed unsigned c; // error: these words do not make a type together
int restrict d;   // error: `restrict` is for pointers to objects
void e;           // error: cannot be `void`
int g(void, int); // error: a parameter cannot be `void`
int h(int x, int x); // error: two parameters are called `x`
float wrong_mode __attribute__((mode(SI))); // error: this `mode` makes no type of `float`
