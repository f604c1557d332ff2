// gcc's second name for every function of the library, and built-ins that are constants.
struct S { int a; };
union U { int a; };
enum E { A };

int main(void) {
    char b[20];
    struct S s = {1};
    union U u = {2};
    __builtin_fprintf(stdout, "%d\n", 1); // expect: 1
    __builtin_fputs("two\n", stdout); // expect: two
    int n = 0;
    __builtin_sscanf("3", "%d", &n);
    printf("%d %lld %g\n", n, __builtin_llround(4.5), __builtin_scalbn(1.5, 2)); // expect: 3 5 6
    int (*put)(const char *) = __builtin_puts;
    put("by pointer"); // expect: by pointer
    __builtin___strcpy_chk(b, "abc", sizeof b);
    __builtin___snprintf_chk(b + 3, 3, 0, 17, "%d", 4567);
    puts(b); // expect: abc45
    printf("%d %d %d %d\n", __builtin_classify_type(A), __builtin_classify_type(b),
           __builtin_classify_type(s), __builtin_classify_type(u)); // expect: 1 5 12 13
    printf("%d %s\n", __builtin_LINE(), __builtin_FUNCTION()); // expect: 22 main
    printf("%d %ld\n", __builtin_ifloor(-1.5), __builtin_lceil(1.5)); // expect: -2 2
    _Float32 f = 0.5;
    _Float64 d = f;
    printf("%zu %zu %g\n", sizeof f, sizeof d, d); // expect: 4 8 0.5
    __INT_FAST16_TYPE__ fast = __INT_FAST16_MAX__;
    printf("%zu %d\n", sizeof fast, fast == LONG_MAX); // expect: 8 1
    __builtin__exit(3); // exit: 3
}
