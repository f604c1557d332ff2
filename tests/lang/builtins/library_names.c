// The library's functions by gcc's names.
int main(void) {
    char b[20];
    __builtin_printf("%d\n", (int)__builtin_strlen("hello"));
    __builtin_memcpy(b, "abc", 4);
    __builtin_puts(b);
    __builtin_memset(b, 'x', 3);
    __builtin_puts(__builtin_strcat(b, "y"));
    __builtin_puts(__builtin_strchr("hello", 'l'));
    __builtin_sprintf(b, "%05d", 42);
    __builtin_puts(b);
    __builtin_snprintf(b, 3, "%d", 1234);
    __builtin_puts(b);
    __builtin_printf("%d %ld %lld\n", __builtin_abs(-3), __builtin_labs(-4L),
                     __builtin_llabs(-5LL));
    __builtin_printf("%d %d\n", __builtin_strcmp("a", "a"), __builtin_strncmp("abc", "abd", 2));
    int *p = __builtin_malloc(4);
    *p = 9;
    __builtin_printf("%d\n", *p);
    __builtin_free(p);
    p = __builtin_alloca(16);
    p[3] = 4;
    __builtin_printf("%d\n", p[3]);
    __builtin_putchar('A');
    __builtin_putchar('\n');
    __builtin_exit(3);
}
// expect: 5
// expect: abc
// expect: xxxy
// expect: llo
// expect: 00042
// expect: 12
// expect: 3 4 5
// expect: 0 0
// expect: 9
// expect: 4
// expect: A
// exit: 3
