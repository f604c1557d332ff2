#include <assert.h>
int main(void) {
    assert(1, 2);                          // error: assert
    assert((struct { int a, b; }){1, 2}.b); // error: assert
    return 0;
}
