double x = 0x1.8; // error: has no exponent
