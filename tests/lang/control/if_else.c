#include <stdio.h>

static const char *grade(int n) {
    if (n >= 90)
        return "A";
    else if (n >= 80)
        return "B";
    else if (n >= 70) {
        if (n % 2)
            return "C odd";
        else
            return "C even";
    }
    return "F";
}

int main(void) {
    printf("%s\n", grade(95));
    printf("%s\n", grade(85));
    printf("%s\n", grade(71));
    printf("%s\n", grade(72));
    printf("%s\n", grade(2));
    int x = 0;
    if (x) ; else printf("else\n");
    if (!x) if (x) printf("a\n"); else printf("dangling\n");
    return 0;
}
// expect: A
// expect: B
// expect: C odd
// expect: C even
// expect: F
// expect: else
// expect: dangling
