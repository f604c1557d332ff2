#include <stdio.h>
int main(void) {
    FILE *p = popen("true", "r");
    pclose(p);
    pclose(p); // trap: closed already
    return 0;
}
