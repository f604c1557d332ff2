// stdin: a line that is longer than the array
#include <stdio.h>
int main(void) {
    char line[16];
    gets(line); // trap: line
    return 0;
}
