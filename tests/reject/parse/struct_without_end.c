struct point {
    int x, y;

int length(struct point p) { // error: expected `}` before `int`
    return p.x + p.y;
}
int main(void) {
    return 0;
}
