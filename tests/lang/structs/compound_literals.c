#include <stdio.h>

struct p { int x, y; };
static int sum(const struct p *p) { return p->x + p->y; }
static int total(const int *a, int n) { int s = 0; while (n--) s += *a++; return s; }

int main(void) {
    printf("%d\n", sum(&(struct p){3, 4})); // expect: 7
    printf("%d\n", total((int[]){1, 2, 3, 4}, 4)); // expect: 10
    struct p a = (struct p){.y = 5};
    printf("%d %d\n", a.x, a.y); // expect: 0 5
    a = (struct p){a.y, a.x + 1};
    printf("%d %d\n", a.x, a.y); // expect: 5 1
    struct p *q = &(struct p){7, 8};
    q->x++;
    printf("%d\n", sum(q)); // expect: 16
    for (int i = 0; i < 2; i++) {
        int *n = &(int){i * 10};
        *n += 1;
        printf("%d ", *n);
    }
    printf("\n"); // expect: 1 11 
    printf("%d\n", a.x > 3 ? sum(&(struct p){1, 1}) : sum(&(struct p){2, 2})); // expect: 2
    printf("%c\n", (char[]){"hey"}[1]); // expect: e
    int *choice = a.x ? (int[]){5, 6} : (int[]){7, 8};
    printf("%d\n", choice[1]); // expect: 6
    return 0;
}
