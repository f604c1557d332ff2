unsigned long x = 18446744073709551616; // error: `18446744073709551616` is too large for any integer type
