#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
int main(void) {
    printf("[%d] [%i] [%u]\n", 42, -42, 42u);
    printf("[%5d] [%-5d] [%05d] [%+d] [% d]\n", 42, 42, 42, 42, 42);
    printf("[%.3d] [%8.3d] [%-8.3d] [%+.3d] [%.0d]\n", 7, 7, 7, 7, 0);
    printf("[%x] [%X] [%#x] [%#X] [%o] [%#o]\n", 255, 255, 255, 255, 8, 8);
    printf("[%#010x] [%-#10x] [%#x] [%#o]\n", 255, 255, 0, 0);
    printf("[%hhd] [%hd] [%hhu] [%hu]\n", 300, 70000, 300, 70000);
    printf("[%ld] [%lld] [%lu] [%llu]\n", LONG_MIN, LLONG_MAX, ULONG_MAX, ULLONG_MAX);
    printf("[%zu] [%zd] [%td] [%jd] [%ju]\n", sizeof(int), (ptrdiff_t)-1, (ptrdiff_t)5, (intmax_t)-9, (uintmax_t)9);
    printf("[%d] [%d] [%u]\n", INT_MIN, INT_MAX, UINT_MAX);
    printf("[%lx] [%lX] [%lo]\n", 0xdeadbeefcafeUL, 0xdeadbeefcafeUL, 511L);
    printf("[%c] [%3c] [%-3c] [%c]\n", 'a', 'b', 'c', 65);
    printf("[%%] [%5d%%]\n", 50);
    printf("[%*d] [%-*d] [%*d]\n", 6, 1, 6, 2, -6, 3);
    printf("[%.*d] [%*.*d]\n", 4, 9, 8, 3, 9);
    printf("[%'d] [%+05d] [%-05d] [% 05d]\n", 1234, 12, 12, 12);
    int n = 0;
    printf("12345%n", &n);
    printf(" %d\n", n);
    printf("%d\n", printf("hello\n"));
    return 0;
}
// expect: [42] [-42] [42]
// expect: [   42] [42   ] [00042] [+42] [ 42]
// expect: [007] [     007] [007     ] [+007] []
// expect: [ff] [FF] [0xff] [0XFF] [10] [010]
// expect: [0x000000ff] [0xff      ] [0] [0]
// expect: [44] [4464] [44] [4464]
// expect: [-9223372036854775808] [9223372036854775807] [18446744073709551615] [18446744073709551615]
// expect: [4] [-1] [5] [-9] [9]
// expect: [-2147483648] [2147483647] [4294967295]
// expect: [deadbeefcafe] [DEADBEEFCAFE] [777]
// expect: [a] [  b] [c  ] [A]
// expect: [%] [   50%]
// expect: [     1] [2     ] [3     ]
// expect: [0009] [     009]
// expect: [1234] [+0012] [12   ] [ 0012]
// expect: 12345 5
// expect: hello
// expect: 6
