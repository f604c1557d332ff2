long long long x; // error: `long`
