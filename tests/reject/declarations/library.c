// Passed in another way, it is no function of the library.
double strlen(char *s); // error: `strlen` is used but never defined
int abs(double x);      // error: `abs` is used but never defined
int main(void) { return strlen("abc") > abs(1.0); }
