#include <stdio.h>
int main(void) {
    char buf[8];
    sprintf(buf, "%d", 1234567); // seven digits and the final zero: fits
    sprintf(buf, "%d", 12345678); // trap: buf
    return 0;
}
