int sum(const int a[static 3]) {
    return a[0];
}
void fill(int n, int a[const static n], int rows[static 2][4]) {
    a[0] = rows[0][0] = n;
}

int f(int *p) {
    int two[2] = {1, 2}, three[3] = {1, 2, 3};
    int rows[1][4], enough[2][4];
    fill(5, p, rows); // warning: `rows` needs an array of at least 2 elements, but this has 1
    fill(2, p, enough);
    sum(0); // warning: `a` needs an array of at least 3 elements, but this is a null pointer
    sum(three);
    sum(p);
    return sum(two); // warning: `a` needs an array of at least 3 elements, but this has 2
    // note: `static` says so here
}
