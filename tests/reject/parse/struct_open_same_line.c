// A `{` is missing, and the members stand in the same line or the struct has no name.
struct pair int a; double b; }; // error: expected `{` after `pair`
struct // error: expected `{` after `struct`
    int c;
} one;
struct point { int x; };
struct point const origin = {0}; // no member: a qualifier
int main(void) {
    struct pair p = {1, 2};
    return p.a + one.c + origin.x;
}
