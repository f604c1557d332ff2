// The program's own names are not words of another language, and what only looks like one of its forms is C.
#define s(text) text "!"
int not = 1, lambda = 2;
int in(int a) { return a; }
int main(void) {
    int f = 3, *p = &f, y = 4, a[] = {1, 2};
    y = y **p;
    int z: int w = 2; // error: expected `;` after the declaration of `z`
    if (y) y = 1; else y = 2;
    y = y ? a[0] : a[1];
    puts(s("x"));
    return not + lambda + in(y);
}
