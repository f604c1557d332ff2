#include <stdio.h>

static int a[5] = {1, 2, 3, 4, 5};
static int *p = a + 2, *q = &a[4];
static const char *s = "text" + 1, *words[] = {"x", "yz", 0};
static int (*f)(const char *, ...) = printf;
static void *self = &self;
static char buf[] = {'a', 'b', 'c', '\0'};
static double third = 1.0 / 3, neg = -2;
static int flags = 1 << 3 | 5, cond = sizeof(int) == 4 ? 10 : 20;
static unsigned char byte = -1;
static float single = 0.1;
static struct { int *p; char *s; } both[2] = {{&a[1], buf}, {0, &buf[1]}};

int main(void) {
    printf("%d %d\n", *p, *q);
    printf("%s %s %d\n", s, words[1], words[2] == 0);
    f("%d\n", self == &self);
    printf("%.3f %.0f\n", third, neg);
    printf("%d %d %d\n", flags, cond, byte);
    printf("%d\n", single == 0.1f);
    printf("%d %s %s\n", *both[0].p, both[0].s, both[1].s);
    return 0;
}
// expect: 3 5
// expect: ext yz 1
// expect: 1
// expect: 0.333 -2
// expect: 13 10 255
// expect: 1
// expect: 2 abc bc
