// How far an object reaches behind a pointer, in gcc's four ways: the whole or the nearest
// part of it, and -1 or 0 where the expression does not say.
#include <stdio.h>
#define SHOW(p)                                                                           \
    printf("%ld %ld %ld %ld\n", (long)__builtin_object_size(p, 0),                        \
           (long)__builtin_object_size(p, 1), (long)__builtin_object_size(p, 2),          \
           (long)__builtin_dynamic_object_size(p, 3))
struct s {
    int a;
    char b[10];
    struct {
        short c[4];
    } d;
    char t[];
} s;
char buf[64];
int two[3][5];
int main(void) {
    struct s *p = &s;
    int i = 0;
    SHOW(buf + 3);        // expect: 61 61 61 61
    SHOW(&buf[64]);       // expect: 0 0 0 0
    SHOW(buf - 1);        // expect: -1 -1 0 0
    SHOW(s.b);            // expect: 20 10 20 10
    SHOW(&s.d.c[1]);      // expect: 8 6 8 6
    SHOW((char *)&s.a);   // expect: 24 4 24 4
    SHOW(two[1]);         // expect: 40 40 40 40
    SHOW(&two[1][2]);     // expect: 32 12 32 12
    SHOW("hello" + 2);    // expect: 4 4 4 4
    SHOW(p);              // expect: -1 -1 0 0
    SHOW(&p->b[1]);       // expect: -1 9 0 9
    SHOW(&buf[i++]);      // expect: -1 -1 0 0
    printf("%d\n", i);    // expect: 0
    char filled[__builtin_object_size(buf, 0)];
    printf("%zu\n", sizeof filled); // expect: 64
}
