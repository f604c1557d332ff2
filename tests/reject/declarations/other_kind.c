int x;
int x(void); // error: `x` cannot be a function: it is a variable

typedef int T;
int T; // error: `T` cannot be a variable: it is a type
