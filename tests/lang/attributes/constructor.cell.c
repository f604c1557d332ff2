// A constructor of a cell runs before its statements.
#include <stdio.h>
int n;
puts("statement"); // expect: made 1
// expect: statement
__attribute__((constructor)) static void make(void) { printf("made %d\n", ++n); }
