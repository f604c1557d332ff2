int add(int a, int b = 1) { // error: C has no default arguments
    return a + b;
}
