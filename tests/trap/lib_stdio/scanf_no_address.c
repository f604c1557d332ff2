#include <stdio.h>
static const char *format = "%d";
int main(void) {
    int n = 0;
    sscanf("5", format, n); // trap: is an `&` missing?
    return n;
}
