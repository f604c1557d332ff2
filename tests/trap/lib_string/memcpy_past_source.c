#include <string.h>
int main(void) {
    int from[2] = {1, 2}, to[4];
    memcpy(to, from, sizeof to); // trap: from
    return 0;
}
