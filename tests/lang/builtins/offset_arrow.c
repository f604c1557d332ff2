// GNU's offsetof goes through the first element of an array with `->`, and to one that is
// known only when it runs.
#include <stdio.h>
struct s {
    int a;
    struct {
        char b[3];
        short c;
    } d[5];
};
int main(void) {
    printf("%zu %zu\n", __builtin_offsetof(struct s, d->c), // expect: 8 20
           __builtin_offsetof(struct s, d[2].c));
    int k = 2;
    printf("%zu %zu\n", __builtin_offsetof(struct s, d[k].c), // expect: 20 18
           __builtin_offsetof(struct s, d[k].b[k]));
}
