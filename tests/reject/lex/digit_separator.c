int a = 0x'1; // error: `'` in a number must stand between two digits
int b = 1'000'000;
