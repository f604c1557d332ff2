#include <complex.h> // error: not part of Cora
int main(void) { return 0; }
