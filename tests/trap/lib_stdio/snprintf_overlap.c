#include <stdio.h>

int main(void) {
    char text[20] = "abc";
    snprintf(text, sizeof text, "%s!", text); // trap: Overlap: snprintf: what it reads and what it writes overlap
    return 0;
}
