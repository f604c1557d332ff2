unsigned long a = 18446744073709551615; // warning: so large that it is unsigned; write `u` behind it
unsigned long b = 18446744073709551615u, c = 0xffffffffffffffff;
float d = 1e99f;  // warning: `1e99f` is too large for `float` and becomes infinity
double e = 1e999; // warning: `1e999` is too large for `double` and becomes infinity
double f = 1e99;
