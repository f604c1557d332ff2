#include <string.h>
int main(void) {
    char name[8];
    strcpy(name, "too long for it"); // trap: name
    return 0;
}
