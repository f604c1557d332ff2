#include <stdio.h>

static int eval(const char **p);
static int number(const char **p) {
    int n = 0;
    if (**p == '(') {
        ++*p;
        n = eval(p);
        ++*p;
        return n;
    }
    while (**p >= '0' && **p <= '9')
        n = n * 10 + *(*p)++ - '0';
    return n;
}
static int term(const char **p) {
    int n = number(p);
    while (**p == '*' || **p == '/') {
        char op = *(*p)++;
        int m = number(p);
        n = op == '*' ? n * m : n / m;
    }
    return n;
}
static int eval(const char **p) {
    int n = term(p);
    while (**p == '+' || **p == '-')
        n = *(*p)++ == '+' ? n + term(p) : n - term(p);
    return n;
}
static int calc(const char *s) { return eval(&s); }

int main(void) {
    printf("%d\n", calc("1+2*3")); // expect: 7
    printf("%d\n", calc("(1+2)*3-4/(5-3)")); // expect: 7
    printf("%d\n", calc("100/7/2-((3))")); // expect: 4
    return 0;
}
