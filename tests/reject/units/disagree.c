// args: disagree.part.c
// stderr: disagree.part.c:1:8: error: `twice` is declared as `double twice(int)`, but was `int twice(int x)`
// stderr: disagree.part.c:2:5: error: `count` is defined a second time
// stderr: disagree.part.c:3:6: error: `show` is declared as
// exit: 65
struct pair { int a, b; };
int count = 3;
int twice(int x) { return 2 * x; }
void show(struct pair *p) { p->a = p->b; }
int main(void) { return 0; }
