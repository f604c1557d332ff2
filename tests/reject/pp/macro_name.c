#define 3times(x) x // error: `3times` can't be the name of a macro
int main(void) { return 0; }
