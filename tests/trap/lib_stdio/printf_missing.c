#include <stdio.h>
static const char *format = "%d %d\n";
int main(void) {
    printf(format, 42); // trap: no argument
    return 0;
}
