#include <stdio.h>

static int words(const char *s) {
    int n = 0;
outside:
    switch (*s) {
    case 0: goto done;
    case ' ': s++; goto outside;
    default: n++;
    }
inside:
    switch (*s) {
    case 0: goto done;
    case ' ': goto outside;
    default: s++; goto inside;
    }
done:
    return n;
}

int main(void) {
    printf("%d\n", words("the quick  brown fox ")); // expect: 4
    printf("%d\n", words("")); // expect: 0
    printf("%d\n", words("   ")); // expect: 0
    return 0;
}
