// note: a `long` has room for more; an `unsigned` wraps around
#include <limits.h>

int main(void) {
    int x = INT_MAX;
    return x + 1; // trap: OverflowError
}
