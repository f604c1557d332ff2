#include <stdio.h>
#include <string.h>
int main(void) {
    char letters[3] = {'a', 'b', 'c'};
    printf("%zu\n", strlen(letters)); // trap: letters
    return 0;
}
