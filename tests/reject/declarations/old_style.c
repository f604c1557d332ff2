int f(a, b) int a; char b; { return a + b; }
int g(a) int a, c; { return a; } // error: `c` is not among the parameters
int h(a) int a = 1; { return a; } // error: parameter `a` cannot have an initialiser
int main(void) { return f(1, 'c'); }
