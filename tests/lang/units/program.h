#ifndef PROGRAM_H
#define PROGRAM_H
struct node { int a, b; struct node *next; };
typedef struct { double d; } untagged;
struct local { char c; };
struct node make(int a, int b);
int apply(int (*f)(struct node *), struct node *p);
double use(untagged *p, untagged v);
#endif
