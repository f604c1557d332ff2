struct point // error: expected `{` after `point`
    int x, y;
};
int main(void) {
    struct point p;
    return p.x + z; // error: unknown name `z`
}
