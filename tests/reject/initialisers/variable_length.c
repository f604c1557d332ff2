int f(int n) {
    int a[n] = {};  // error: `a` has a size that varies, so it cannot be initialised
    int b[n];
    return a[0] + sizeof b;
}
