// &p->m as an argument of a small function: the callee's accesses go through the caller's pointer, whatever else is
// done with the parameter; and an if that leaves in the middle, with variables in front of it and behind.
#include <stdio.h>

struct vec { double x, y, z; };
struct body { struct vec at, speed; int hits, list[4]; struct body *next; };

static int bounce(double *x, double *v) {
    if (*x < 0) { *x = -*x; *v = -*v; return 1; }
    if (*x > 100) { *x = 200 - *x; *v = -*v; return 2; }
    return 0;
}
static double *same(double *p) { return p; }
static long distance(double *a, double *b) { return b - a; }
static double through(double *p) { return *same(p) + p[1] + *(p + 2) + 0 * (p == NULL); }
static void clear(struct vec *v) { v->x = v->y = 0; (*v).z = 0; }
static double *stepped(double *p) { p++; return p; }
static double **kept;
static double held(double *p) { double **q = &p; kept = q; return **q; }
static int plus(int *a, int *b) { *a += 1; return *a * 10 + *b; }
static int first(struct body **b) { return (*b)->hits; }
static struct vec up(struct vec v) { struct vec r = {v.x, v.y, v.z + 1}; return r; }
static int sort_of(int n) {
    int digits = 0;
    if (n < 0) { printf("negative "); return -1; }
    int copy = n;
    digits += copy % 10;
    if (digits == 7) { int square = copy * copy; printf("square %d ", square); return square; }
    int late = digits + copy;
    { if (late > 100) { late -= 100; return late; } }
    return late + 1000;
}
static int unset(int n) {
    int later;
    if (n == 1) { n += 5; return n; }
    later = n * 2;
    return later;
}

int main(void) {
    struct body b = {{-1, 150, 3}, {1, 2, 3}, 5, {4, 5, 6, 7}, NULL}, other = {.hits = 9}, *p = &b;
    b.next = &other;
    printf("%d", bounce(&b.at.x, &b.speed.x));
    printf("%d", bounce(&p->at.y, &p->speed.y));
    printf("%d ", bounce(&p->at.z, &b.speed.z));
    printf("%g %g %g %g %g %g\n", b.at.x, b.at.y, b.at.z, b.speed.x, b.speed.y, b.speed.z); // expect: 120 1 50 3 -1 -2 3
    printf("%g %ld %g\n", *same(&p->at.y), distance(&p->at.x, &p->speed.z), through(&p->speed.x)); // expect: 50 5 0
    clear(&p->speed);
    printf("%g %g %g\n", *stepped(&p->at.x), held(&b.at.z), b.speed.z);                     // expect: 50 3 0
    int i = 0, sum = plus(&p->hits, &p->list[i]);
    printf("%d %d\n", sum, plus(&p->hits, &p->hits));                                       // expect: 64 77
    struct body pair[2] = {b, other}, *q = pair;
    sum = plus(&q->hits, &(q++)->list[0]);
    printf("%d %d\n", sum, q == pair + 1);                                                  // expect: 104 1
    printf("%d %d\n", first(&p->next), first(&pair[0].next));                               // expect: 9 9
    q->speed = up(q->speed);
    q->at = up(q->speed);
    q--;
    q->at = up((q + 1)->at);
    printf("%g %g %g\n", pair[1].speed.z, pair[1].at.z, pair[0].at.z);                      // expect: 1 2 3
    for (int n = -1; n < 3; n++) {
        printf("%d ", sort_of(n * 7));
    }
    printf("%d %d\n", sort_of(99), sort_of(123));            // expect: negative -1 1000 square 49 49 1018 8 26
    printf("%d %d\n", unset(1), unset(2));                                                  // expect: 6 4
    return 0;
}
