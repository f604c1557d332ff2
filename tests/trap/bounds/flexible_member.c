#include <stdlib.h>
struct S {
    int n;
    int d[];
};
int main(void) {
    struct S *s = malloc(sizeof *s + sizeof(int));
    s->d[0] = 1;
    s->d[1] = 2; // trap: IndexError: write past the end of a block
    return 0;
}
