#include <limits.h>

// A const object is as good as its value; what has no quotient has no remainder (C17
// 6.5.5p6).
const int least = INT_MIN;

int main(void) {
    return least % -1; // trap: OverflowError
}
