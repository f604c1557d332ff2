// Outside of blocks an unnamed object is the session's; like a variable's, its values may be computed.
#include <stdio.h>

int seven(void) { return 7; }
struct list { int value; struct list *next; };

int *numbers = (int[]){seven(), 2};
printf("%d\n", numbers[0] + numbers[1]); // expect: 9
struct list *all = &(struct list){seven(), &(struct list){seven() + 1, &(struct list){9}}};
for (struct list *l = all; l; l = l->next) printf("%d", l->value);
printf("\n"); // expect: 789
int *rows[] = {(int[]){seven()}, (int[]){1, 2}};
printf("%d\n", rows[0][0] + rows[1][1]); // expect: 9
const double *half = &(const double){seven() / 2.0};
printf("%g\n", *half); // expect: 3.5
