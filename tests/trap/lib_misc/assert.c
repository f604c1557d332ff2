#include <assert.h>
int main(void) {
    int n = 3;
    assert(n == 3);
    assert(n > 5 && "n is small"); // trap: Assertion failed: n > 5
    return 0;
}
