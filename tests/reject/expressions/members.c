struct point {
    int height, width;
};
void f(struct point p, struct point *q, int n) {
    p.heigth = 1; // error: `struct point` has no member `heigth`
    p->width = 1; // error: `p` is a `struct point` itself, not a pointer to one
    q.width = 1;  // error: `q` is a pointer
    n.x = 1;      // error: there is no member `x`: `n` is `int`
    q->width = p.height;
}
