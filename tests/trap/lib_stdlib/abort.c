#include <stdlib.h>
int main(void) {
    abort(); // trap: abort
}
