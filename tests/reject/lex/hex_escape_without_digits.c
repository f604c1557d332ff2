const char *s = "a\xg"; // error: `\x` needs hexadecimal digits behind it
