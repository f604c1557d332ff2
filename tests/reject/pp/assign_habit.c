#define N = 10 // warning: the `=` becomes part of macro `N`
int main(void) { int x N; return x - 10; }
