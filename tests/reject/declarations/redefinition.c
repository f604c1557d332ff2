int x = 1;
int x = 2; // error: `x` is defined a second time

int f(void) { return 1; }
int f(void) { return 2; } // error: `f` is defined a second time

void g(int a) {
    int a; // error: `a` is defined a second time
    int b;
    int b; // error: `b` is defined a second time
    {
        int b;
    }
}
