int x = 0x; // error: `0x` has no digits
