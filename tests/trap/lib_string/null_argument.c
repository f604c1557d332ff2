#include <string.h>
int main(void) {
    char *p = NULL;
    return (int)strlen(p); // trap: null pointer
}
