// GNU: a label as a value, a table of labels.
#include <stdio.h>
int run(const char *p) {
    static void *tab[] = {&&add, &&sub, &&end};
    int acc = 0;
#define NEXT goto *tab[*p++ - '0']
    NEXT;
add:
    acc += 2;
    NEXT;
sub:
    acc--;
    NEXT;
end:
    return acc;
}
int main(void) {
    printf("%d\n", run("000112"));
    void *l = &&x;
    goto *l;
    puts("no");
x:
    puts("yes");
    return 0;
}
// expect: 4
// expect: yes
