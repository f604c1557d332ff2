// Compound literals of every kind, at file scope and in loops.
#include <stdio.h>
struct P {
    int x, y;
};
typedef struct {
    int a[3];
    struct P p;
} Q;
int sum(struct P p) {
    return p.x + p.y;
}
int *gp = (int[]){1, 2, 3};
struct P *gpp = &(struct P){4, 5};
char *names[] = {[2] = "two", [0] = "zero"};
int main(void) {
    printf("%d\n", sum((struct P){1, 2}));
    printf("%d\n", (struct P){.y = 3}.y);
    int *p = (int[]){1, 2, 3};
    printf("%d\n", p[2]);
    printf("%d %d\n", gp[1], gpp->y);
    (struct P){1, 2}.x;
    struct P *q = &(struct P){.y = 7};
    q->x = 8;
    printf("%d %d\n", q->x, q->y);
    printf("%zu\n", sizeof(int[]){1, 2, 3, 4});
    printf("%s\n", (char[]){"abc"});
    printf("%s\n", (char[]){'a', 'b', 0});
    printf("%d\n", (int){5});
    int i = (int){3} + 1;
    printf("%d\n", i);
    printf("%d\n", ((Q){{1, 2, 3}, {4, 5}}).a[1]);
    for (int k = 0; k < 3; k++) {
        int *r = (int[]){k, k * 2};
        printf("%d ", r[1]);
        r[1] = 100;
    }
    puts("");
    (int){1} = 2;
    ++((int){1});
    const char *s = (const char[]){"const"};
    puts(s);
    printf("%d\n", *&(int){9});
    printf("%p\n", (void *)names[1]);
    puts(names[2]);
    struct P arr[] = {(struct P){1, 2}, (struct P){3, 4}};
    printf("%d\n", arr[1].x);
    return 0;
}
// expect: 3
// expect: 3
// expect: 3
// expect: 2 5
// expect: 8 7
// expect: 16
// expect: abc
// expect: ab
// expect: 5
// expect: 4
// expect: 2
// expect: 0 2 4 
// expect: const
// expect: 9
// expect: (nil)
// expect: two
// expect: 3
