#include <stdio.h>
int main(void) {
    fmemopen("text", 4, "r+"); // trap: literal
    return 0;
}
