#include <string.h>
int main(void) {
    char *p = "abc,def";
    strtok(p, ","); // trap: literal
    return 0;
}
