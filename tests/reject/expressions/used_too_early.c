void f(void) {
    total = 1; // error: unknown name `total`
    int total; // note: it is declared here, further down
    total = 2;
}
