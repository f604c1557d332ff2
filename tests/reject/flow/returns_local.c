int *f(void) {
    int x = 3;
    return &x; // warning: this is the address of `x`
}
char *g(void) {
    char text[10] = "abc";
    return text; // warning: this is the address of `text`
}
char *h(void) {
    static char text[10] = "abc";
    return text;
}
