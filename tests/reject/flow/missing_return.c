#include <stdlib.h>
int f(int x) {
    if (x > 0)
        return 1;
} // warning: `f` can end here without returning a value
int g(int x) {
    while (1)
        if (x--)
            return x;
}
int h(int x) {
    if (x)
        return 1;
    exit(1);
}
int main(void) {
}
