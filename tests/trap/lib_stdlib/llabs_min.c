#include <limits.h>
#include <stdlib.h>

int main(void) {
    return llabs(LLONG_MIN) > 0; // trap: llabs(-9223372036854775808)
}
