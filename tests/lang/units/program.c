// A program of two files: what is static, a typedef, a tag or a macro is each file's own.
// args: program.part.c one two.txt
#include "program.h"
#include <stdio.h>
#define SIZE 1
typedef int number;
enum { LEVEL = 5 };
static int n = 1;
static int hidden(void) { return 10; }
extern int count;
extern struct node last;
extern int list[];
int tentative;
int *address = &count; // of what the other file defines
int twice(int);
static int sum(struct node *p) { return p->a + p->b; }
static int own_reader(struct hidden *h) { return read_hidden(h) + 1; }
static int own_via(reader *r, struct hidden *h) { return r(h) + 2; }
int from_here(void) { return n + hidden() + SIZE; }
int main(int argc, char **argv) {
    struct node x = make(3, 4);
    printf("%d %d %d\n", twice(n), count, *address);                  // expect: 34 3 3
    printf("%d %d %d %d\n", x.a, x.b, apply(sum, &x), last.next->b);  // expect: 3 4 7 8
    printf("%d %d %zu\n", list[2], tentative, sizeof(struct local)); // expect: 9 101 1
    untagged u = {1.5};
    printf("%g %d\n", use(&u, u), LEVEL); // expect: 3 5
    printf("%d\n", read_by(own_via, own_reader)); // expect: 83
    for (int i = 1; i < argc; i++)
        puts(argv[i]);
    // expect: one
    // expect: two.txt
}
