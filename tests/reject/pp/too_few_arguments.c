#define MAX(a, b) ((a) > (b) ? (a) : (b))
int x = MAX(1); // error: macro `MAX` needs 2 arguments, but has 1 here
