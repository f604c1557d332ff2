int sum(const int *a, int n) {
    int total;
    for (int i = 0; i < n; i++)
        total += a[i]; // warning: `total` is used here before it has a value
    return total;
}
int largest(const int *a, int n) {
    int best; // given a value in the first turn: no warning, checked when it runs
    for (int i = 0; i < n; i++)
        if (i == 0 || a[i] > best)
            best = a[i];
    return best;
}
int branch(int c) {
    int x;
    if (c)
        x = 1;
    else
        x = 2;
    return x;
}
int self(void) {
    int x = x + 1; // warning: `x` is used here before it has a value
    return x;
}
