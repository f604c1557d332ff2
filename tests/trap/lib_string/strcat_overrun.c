#include <string.h>
int main(void) {
    char text[8] = "hello";
    strcat(text, " world"); // trap: past the end
    return 0;
}
