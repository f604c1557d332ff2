#include <limits.h>
#include <stdlib.h>
int main(void) {
    int least = INT_MIN;
    return abs(least); // trap: abs
}
