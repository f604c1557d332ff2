int f(int n) {
    if (n > 0) {
        n--;
    return n;
}
int g(void) { // error: function `g` can't be defined inside a block
    return 1;
}
int h(void) {
    return 2;
}
