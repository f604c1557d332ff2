__int128 wide;     // error: unknown type name `__int128`
_Decimal64 amount; // error: unknown type name `_Decimal64`
__float128 f;      // error: unknown type name `__float128`
// note: the widest integer here is `long`, of 64 bits
