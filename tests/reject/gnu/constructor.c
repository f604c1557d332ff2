// main would run its constructors again.
__attribute__((constructor)) static void f(void) {} // error: calls `main` itself
int main(int argc, char **argv) { return argc > 3 ? main(argc - 1, argv) : 0; }
