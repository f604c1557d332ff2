int f(int a[static]);   // error: expected an expression, but found `]`
int g(int a[static 3]);
int h(int a[const]);
