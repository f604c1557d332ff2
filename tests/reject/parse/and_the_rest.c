// A mistake of grammar hides only what it stands in: the rest is checked as ever. What the skipped text may have
// declared is not called unknown, nor is what is made of it looked into.
#include <stdio.h>

struct pair { int a; int b }; // error: expected `;` after this member
enum color { RED, GREEN BLUE }; // error: expected `,` after this enumerator
int helper(int x { return x; } // error: expected `)` before `{`
double limit[10; // error: expected `]` before `;`

struct line {
    struct pair from, to;
    int width;
};

int uses_them(void) {
    struct pair p;
    struct line line = {{1, 2}, {3, 4}, 5};
    p.a = helper(RED) + line.to.b;
    limit[RED] = BLUE;
    int n = "text"; // error: initialising the pointer `char *` where the number `int` is needed
    return missing + p.b + n; // error: unknown name `missing`
}

int only_a_semicolon(void) {
    int x = 5 // error: expected `;` after the declaration of `x`
    printf("%d\n", y); // error: unknown name `y`
    return x;
}

int main(void) {
    printf("%d\n", only_a_semicolon(1)); // error: `only_a_semicolon` takes 0 arguments, but gets 1
    return 0;
}
