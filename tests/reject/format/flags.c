// Flags, precisions and lengths that mean nothing for their conversion (C17 7.21.6.1p6).
#include <stdio.h>
int main(void) {
    void *p = NULL;
    printf("%#d\n", 1);     // warning: the `#` in `%#d` means nothing: it is for `%o`, `%x`, `%b` and floating-point numbers
    printf("%05s\n", "s");  // warning: the `0` in `%05s` means nothing: it is for numbers
    printf("%+u\n", 1u);    // warning: the `+` in `%+u` means nothing: it is for numbers that have a sign
    printf("% x\n", 1);     // warning: the ` ` in `% x` means nothing
    printf("%'x\n", 1);     // warning: the `'` in `%'x` means nothing: it is for decimal numbers
    printf("%.3c\n", 'c');  // warning: the `.` in `%.3c` means nothing: it is for numbers and strings
    printf("%hf\n", 1.0);   // warning: the `h` in `%hf` means nothing: it is for integers
    printf("%zs\n", "s");   // warning: the `z` in `%zs` means nothing
    printf("%lp\n", p);     // warning: the `l` in `%lp` means nothing
    printf("%-05d\n", 1);   // warning: the `0` in `%-05d` does nothing beside `-`
    printf("% +d\n", 1);    // warning: the ` ` in `% +d` does nothing beside `+`
    printf("%05.3d\n", 1);  // warning: the `0` in `%05.3d` does nothing beside a precision
    printf("%5%\n");        // error: `%5%` is no directive of formats
    printf("%#x %#o %#g %05d %+d % d %+f %05.1f %-5d %.3s %.3d %ls %lc %lf %Lf %5c %-5p %hhd\n", 1, 1, 1.0, 1, 1, 1,
           1.0, 1.0, 1, "abc", 1, L"w", L'w', 1.0, 1.0L, 'c', p, 1);
    return 0;
}
void widths(int8_t *a, long b) {
    printf("%w64d %w32d\n", b, 1);
    printf("%w32d\n", b);   // warning: `%w32d` is for an `int`
    printf("%w7d\n", 1);    // error: `%w` is no directive
    scanf("%w8d", a);
    scanf("%w16d", a);      // error: `%w16d` needs a pointer to `short`
}
