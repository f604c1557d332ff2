#include <stdio.h>
static int value = 3;
#define value (4 + value)
#define foo(x) x + bar(x)
#define bar(x) foo(x) * 2
static int bar_(int x) { return x; }
int main(void) {
    printf("%d\n", value); // expect: 7
#define stdout_name stdout
    fprintf(stdout_name, "%d\n", bar_(1)); // expect: 1
}
