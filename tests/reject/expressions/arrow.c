struct s { int x; };
int main(void) {
    struct s p = {1};
    int z = 3;
    return p->x + // error: `p` is a `struct s` itself, not a pointer to one
           z->foo; // error: `->` needs a pointer, but `z` is `int`
}
