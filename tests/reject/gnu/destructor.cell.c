// A session goes on: there is no end to run it at.
__attribute__((destructor)) static void f(void) {} // error: give the function to `atexit`
