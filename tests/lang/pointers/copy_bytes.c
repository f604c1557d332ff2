// An object may be moved byte by byte, the bytes included that have no value yet: the
// array of a struct that is filled in part, what malloc gave. Each of them used to be a
// fault, and every program with its own memcpy or a swap of any type stopped.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct person {
    char initial;
    int age;
    char name[20];
};

static void swap(void *a, void *b, size_t n) {
    unsigned char *p = a, *q = b;
    while (n--) {
        unsigned char t = *p;
        *p++ = *q;
        *q++ = t;
    }
}

static void swap_by_index(void *a, void *b, size_t n) {
    char *p = a, *q = b, t;
    for (size_t i = 0; i < n; i++) {
        t = p[i];
        p[i] = q[i];
        q[i] = t;
    }
}

static void *copy(void *to, const void *from, size_t n) {
    char *p = to;
    for (const char *q = from; n > 0; n--)
        *p++ = *q++;
    return to;
}

int main(void) {
    struct person a, b, c;
    a.age = 1;
    strcpy(a.name, "Ada");
    b.age = 2;
    strcpy(b.name, "Bartholomew");
    swap(&a, &b, sizeof a);
    printf("%d %s, %d %s\n", a.age, a.name, b.age, b.name); // expect: 2 Bartholomew, 1 Ada
    swap_by_index(&a, &b, sizeof a);
    printf("%d %s, %d %s\n", a.age, a.name, b.age, b.name); // expect: 1 Ada, 2 Bartholomew
    struct person *d = copy(malloc(sizeof *d), copy(&c, &b, sizeof c), sizeof *d);
    printf("%s\n", d->name); // expect: Bartholomew
    free(d);
    char from[4], to[4];
    from[2] = 'x';
    for (int i = 0; i < 4; i++)
        to[i] = (unsigned char)from[i];
    printf("%c\n", to[2]); // expect: x
}
