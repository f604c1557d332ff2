// What built-in functions want to know before the program runs.
char a[3];
int main(void) {
    int kind = 1;
    unsigned long n = __builtin_object_size(a, kind); // error: must be a constant from 0 to 3
    n += __builtin_object_size(a, 4);                 // error: must be a constant from 0 to 3
    return (int)n + __builtin_add_overflow_p(1, 2, 1.0); // error: it must be an integer, not `double`
}
int f(int n, ...) { return __builtin_va_arg_pack_len() + n; } // error: this one is not part of this language
