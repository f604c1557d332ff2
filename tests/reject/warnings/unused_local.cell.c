// The variables of a cell are the session's.
int total = 3;
int f(void) {
    int x; // warning: `x` is declared here, but never used
    return total;
}
// silent: `total` is
