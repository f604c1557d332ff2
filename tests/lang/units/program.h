#ifndef PROGRAM_H
#define PROGRAM_H
struct node { int a, b; struct node *next; };
typedef struct { double d; } untagged;
struct local { char c; };
struct node make(int a, int b);
int apply(int (*f)(struct node *), struct node *p);
struct hidden; // only the other file knows what it holds
typedef int reader(struct hidden *), via(reader *, struct hidden *);
int read_hidden(struct hidden *h);
int read_by(via *v, reader *r);
double use(untagged *p, untagged v);
#endif
