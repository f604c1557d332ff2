// Where C leaves the order of operands open, gcc's is ours: the right side of op= comes
// first when it changes something, and a plain variable beside a call is read after it.
int x, a[3];
int *p = a;
int set(int to) { x = to; p = a + 1; return 1; }
int hear(const char *what, int value) { printf("%s ", what); return value; }

int main(void) {
    x = 1;
    x += set(10);
    printf("%d\n", x); // expect: 11
    x = 1;
    printf("%d\n", x + set(20)); // expect: 21
    x = 1;
    printf("%d\n", x - set(30)); // expect: 0
    x = 1;
    printf("%d\n", x < set(0)); // expect: 1
    if (x == set(1))
        printf("equal\n"); // expect: equal
    p = a;
    *p += set(0);
    printf("%d %d\n", a[0], a[1]); // expect: 0 1
    a[hear("index", 0)] += hear("value", 5);
    printf("%d\n", a[0]); // expect: value index 5
    unsigned char c = 250;
    c += ({ c = 1; 2; });
    printf("%d\n", c); // expect: 3
    double d = 1;
    d *= ({ d = 4; 2; });
    printf("%g\n", d); // expect: 8
    char text[] = "abc", *t = text;
    t += set(0);
    printf("%s\n", t); // expect: bc
    return 0;
}
