// Few calls with much in each: locals have a bound of their own.
int deep(int n) {
    int a[100000]; // trap: RecursionError: stack exhausted
    a[n] = n;
    return deep(n + 1) + a[n];
}

int main(void) {
    return deep(0);
}
