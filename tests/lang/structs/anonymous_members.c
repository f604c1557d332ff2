#include <stdio.h>

struct s {
    int tag;
    union {
        struct { int x, y; };
        int xy[2];
    };
};

int main(void) {
    struct s s = {1, .x = 2, .y = 3};
    printf("%d %d\n", s.xy[0], s.xy[1]); // expect: 2 3
    s.xy[1] = 9;
    printf("%d\n", s.y); // expect: 9
    struct s *p = &s;
    p->x += p->y;
    printf("%d\n", p->xy[0]); // expect: 11
    return 0;
}
