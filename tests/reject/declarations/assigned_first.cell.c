// As languages without declarations have it: the missing type is what the value shows.
x = 5;       // error: unknown name `x`
// note: a variable is declared before it is used: `int x = ...`
s = "abc";   // error: unknown name `s`
// note: a variable is declared before it is used: `char *s = ...`
int total = 0;
totel = 2.5; // error: unknown name `totel`
// note: did you mean `total`?
struct point { int x, y; } p = {1, 2};
other = p;   // error: unknown name `other`
// note: `struct point other = ...`
