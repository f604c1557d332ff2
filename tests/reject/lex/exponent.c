double x = 1e; // error: the exponent of `1e` has no digits
