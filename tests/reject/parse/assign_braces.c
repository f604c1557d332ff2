struct point {
    int x, y;
};

int main(void) {
    struct point p;
    p = {1, 2}; // error: expected an expression, but found `{`
    return p.x;
}
