#include <ctype.h>
int main(void) {
    int c = 100000;
    return isalpha(c); // trap: isalpha
}
