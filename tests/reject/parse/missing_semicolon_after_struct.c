struct point {
    int x, y;
} // error: expected `;` after the `}` of this struct

int main(void) {
    struct point p = {1, 2};
    return p.x;
}
