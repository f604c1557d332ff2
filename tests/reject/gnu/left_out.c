typedef int v4 __attribute__((vector_size(16))); // error: vector types are not part of this language
typedef int huge __attribute__((mode(TI)));      // error: this `mode` makes no type of `int`
int x __attribute__((mode(DF)));                 // error: this `mode` makes no type of `int`
void done(int *x);
void f(void) {
    static int y __attribute__((cleanup(done))) = 1; // error: write `defer f(&x);` there
    (void)y;
}
