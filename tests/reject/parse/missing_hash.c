include <stdio.h> // error: `include` is a directive: write `#include`
define TWO 2 // error: directives begin with `#`
int main(void) {
    return 0;
}
