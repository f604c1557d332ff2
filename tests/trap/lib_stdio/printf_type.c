#include <stdio.h>
static const char *format = "%s\n"; // not a literal at the call
int main(void) {
    printf(format, 42); // trap: needs a string
    return 0;
}
