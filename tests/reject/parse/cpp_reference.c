void twice(int &x) { // error: it has no references
    x = 2 * x;
}
