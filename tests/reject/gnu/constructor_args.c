// Nobody could pass it arguments.
__attribute__((constructor)) static void f(int a) { (void)a; } // error: it is for functions like `void f(void)`
int main(void) { return 0; }
