#include <stdio.h>
int main(void) {
    FILE *p = popen("true", "r");
    fclose(p); // trap: pclose closes
    return 0;
}
