int twice(int n) {
    return 2 * n;
}
int f(int (*p)(int)) {
    if (p == twice)
        return 1;
    return p < twice; // error: functions have no order in memory: their pointers are compared by `==` and `!=` alone
}
