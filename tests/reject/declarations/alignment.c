_Alignas(3) int a;  // error: 3 is not an alignment
_Alignas(1) int b;  // error: alignment 1 is less than `int` has (4)
_Alignas(16) char c;
typedef _Alignas(8) int T; // error: `alignas` is for variables and members
void f(_Alignas(8) int x); // error: `alignas` is for variables and members
