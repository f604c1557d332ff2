// An alias of nothing.
int f(void) __attribute__((alias("nothing"))); // error: which is not defined here
int main(void) { return f(); }
