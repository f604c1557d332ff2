enum e { A, A }; // error: `A` is defined a second time
enum f { B = 1.5 }; // error: must be an integer
enum g { C = 2147483647, D }; // error: the value of `D` does not fit `int`
enum unknown x; // error: `enum unknown` is not declared yet
enum small : unsigned char { E = 255, G }; // error: the value of `G` does not fit `unsigned char`
int y;
enum h { y }; // error: `y` is defined a second time
