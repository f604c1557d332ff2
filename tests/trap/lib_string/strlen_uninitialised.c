#include <stdio.h>
#include <string.h>
int main(void) {
    char text[16];
    printf("%zu\n", strlen(text)); // trap: text
    return 0;
}
