#include <stdio.h>
int main(void) {
    FILE *p = popen("true", "r");
    fputs("text", p); // trap: reads from a command
    return 0;
}
