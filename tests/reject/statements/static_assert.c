int n = 4;
_Static_assert(sizeof(int) == 4, "int");
_Static_assert(sizeof(int) == 8, "int is small"); // error: static assertion failed: int is small
static_assert(1 > 2); // error: static assertion failed
_Static_assert(n, "n"); // error: must be an integer constant
