int f(a, b) int a; char b; { return a + b; }
int g(a) int a, c; { return a; } // error: `c` is not among the parameters
int h(a) int a = 1; { return a; } // error: parameter `a` cannot have an initialiser
int main(void) { return f(1, 'c'); }
int i(a) int a, a; { return a; } // error: `a` is defined a second time
int j(a) int a; { return a; }
int j(char *a); // error: `j` is declared as `int j(char *a)`
int k(a) char a; { return a; }
int k(int a); // the promoted type is what a prototype says (C17 6.7.6.3p15)
int l() { return 1; }
int l(int a); // error: `l` is declared as `int l(int a)`, but was `int l()`
int m(int a);
int m() { return 1; } // error: `m` is declared as `int m()`, but was `int m(int a)`
