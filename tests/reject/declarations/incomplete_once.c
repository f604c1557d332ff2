union value; // no members yet
int f(union value *p) {
    union value v;              // error: variable `v` has the incomplete type `union value`
    return p->i + sizeof(union value);
}
struct broken {
    int x;
    double ; // error: this declares nothing
} b = {1, 2.5};
struct holder {
    struct never inside; // error: member `inside` has the incomplete type `struct never`
    int x;
} h = {{1, 2}, 3};
int g(void) {
    return b.height + h.inside.count; // what was not understood above is no mistake here
}
