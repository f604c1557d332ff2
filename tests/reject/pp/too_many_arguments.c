#define SQUARE(x) ((x) * (x))
int x = SQUARE(1, 2); // error: macro `SQUARE` takes 1 argument, but has 2 here
