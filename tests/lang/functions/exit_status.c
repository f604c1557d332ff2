#include <stdio.h>

static int status(void) { return 3; }

int main(void) {
    printf("returns 3\n"); // expect: returns 3
    return status();
}
// exit: 3
