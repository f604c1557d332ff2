// GNU: threaded code; jumps out of and into blocks with locals.
#include <stdio.h>
int interp(const unsigned char *code) {
    static const void *const tab[] = {&&push, &&add, &&mul, &&jnz, &&dec, &&halt, &&dup};
    int st[16], sp = 0;
    const unsigned char *pc = code;
    int n = 5, acc = 1;
#define NEXT goto *tab[*pc++]
    NEXT;
push:
    st[sp++] = *pc++;
    NEXT;
add:
    sp--;
    st[sp - 1] += st[sp];
    NEXT;
mul:
    acc *= n;
    NEXT;
jnz:
    if (n) {
        pc = code + *pc;
    } else
        pc++;
    NEXT;
dec:
    n--;
    NEXT;
dup:
    st[sp] = st[sp - 1];
    sp++;
    NEXT;
halt:
    return acc + (sp ? st[0] : 0);
}
int f(int i) {
    void *l[] = {&&a, &&b};
    int arr[3] = {1, 2, 3};
    {
        int inner[2] = {4, 5};
        goto *l[i & 1];
        inner[0] = 9;
    }
a:
    return arr[0];
b:
    return arr[2];
}
int loop(int n) {
    int s = 0;
    void *t = &&again;
again:
    s += n;
    if (n-- > 0)
        goto *t;
    return s;
}
int main(void) {
    unsigned char p[] = {0, 3, 0, 4, 1, 2, 4, 3, 5, 5};
    printf("%d\n", interp(p));
    printf("%d %d\n", f(0), f(1));
    printf("%d\n", loop(10));
    int k = 0;
    void *next = &&s1;
s0:
    goto *next;
s1:
    k += 1;
    next = &&s2;
    goto s0;
s2 : {
    int z[4] = {k};
    k += z[0] + 10;
    next = &&s3;
}
    goto s0;
s3:
    printf("%d\n", k);
    return 0;
}
// expect: 127
// expect: 1 3
// expect: 55
// expect: 12
