#include <stdio.h>

int main(void) {
    printf("main returns 0 at its closing brace\n"); // expect: main returns 0 at its closing brace
}
