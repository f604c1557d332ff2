#define SQUARE(x) ((x) * (x))
int x = SQUARE(1; // error: the arguments of macro `SQUARE` have no closing `)`
