#include <stdarg.h>
#include <stdio.h>

enum { INT, UINT, LONG, DOUBLE, STRING, POINTER, CHAR, END };
static void show(int kind, ...) {
    va_list ap;
    va_start(ap, kind);
    for (; kind != END; kind = va_arg(ap, int))
        switch (kind) {
        case INT: printf("%d ", va_arg(ap, int)); break;
        case UINT: printf("%u ", va_arg(ap, unsigned)); break;
        case LONG: printf("%ld ", va_arg(ap, long)); break;
        case DOUBLE: printf("%.2f ", va_arg(ap, double)); break;
        case STRING: printf("%s ", va_arg(ap, char *)); break;
        case POINTER: printf("%d ", *va_arg(ap, int *)); break;
        case CHAR: printf("%c ", va_arg(ap, int)); break;
        }
    va_end(ap);
    printf("\n");
}
static int max(int n, ...) {
    va_list ap;
    va_start(ap, n);
    int m = va_arg(ap, int);
    while (--n > 0) {
        int v = va_arg(ap, int);
        m = v > m ? v : m;
    }
    va_end(ap);
    return m;
}

int main(void) {
    int x = 77;
    show(INT, -1, UINT, 4000000000u, LONG, 1L << 40, END);
    show(DOUBLE, 2.5f, STRING, "text", POINTER, &x, CHAR, 'q', END);
    show(END);
    printf("%d\n", max(5, 3, max(2, 9, 8), 4, max(1, 1), 0));
    return 0;
}
// expect: -1 4000000000 1099511627776 
// expect: 2.50 text 77 q 
// expect: 
// expect: 9
