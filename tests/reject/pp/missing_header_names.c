// The header may have declared these; a mistake that has nothing to do with names is told.
#include "shapes.h" // error: there is no header "shapes.h"
int main(void) {
    point p = origin();
    draw(p, RED);
    return 1 = 2; // error: cannot assign to
}
