#include <stdio.h>
#include <string.h>

union u { int i; float f; unsigned char b[4]; };
struct tagged { int kind; union { int i; double d; const char *s; }; };

static void show(struct tagged t) {
    switch (t.kind) {
    case 0: printf("%d\n", t.i); break; // expect: 3f800000
    case 1: printf("%.2f\n", t.d); break; // expect: -4.0
    case 2: printf("%s\n", t.s); break; // expect: 4
    }
}

int main(void) {
    union u u = {.f = 1.0f};
    printf("%x\n", u.i); // expect: 5
    u.b[3] = 0xc0;
    printf("%.1f\n", u.f); // expect: 2.50
    printf("%zu\n", sizeof(union u)); // expect: text
    show((struct tagged){0, .i = 5});
    show((struct tagged){1, .d = 2.5});
    struct tagged t = {2};
    t.s = "text";
    show(t);
    union u copy = u;
    printf("%d\n", memcmp(&copy, &u, sizeof u)); // expect: 0
    return 0;
}
