int main(void) {
    int a[] = 1, 2, 3}; // error: expected `{`, but found a value
    struct { int x; } p = .x = 1}; // error: designators stand in braces
    int b[] = [1, 2]; // error: an array's values stand in braces
    enum { RED : 5 }; // error: expected `=`, but found `:`
    return a[0] + b[0] + p.x;
}
