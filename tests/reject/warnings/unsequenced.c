// A change beside a use, in no order; where there is an order, nothing is said.
int f(int a, int b) {
    return a + b;
}
int g(int a) {
    return a;
}
int h(int i, int n, int *a, int *p) {
    i = i++ + 1; // warning: `i` is changed here and used in the same expression
    // note: write a statement of its own for the `++`
    a[i++] = i; // warning: `i` is changed here
    n = i + (i = 2); // warning: `i` is changed here
    // note: write a statement of its own for the assignment
    n = g(i) * i--; // warning: `i` is changed here
    n = f(i, i += 1); // warning: `i` is changed here
    n = (int)i - ++i; // warning: `i` is changed here
    i ^= n ^= i ^= n; // warning: `i` is changed here
    i += i++; // warning: `i` is changed here
    *p++ = *p; // warning: `p` is changed here

    return n;
}
int ordered(int i, int n, int *a, int *p) {
    i = (i++, i);
    n = i++ && i;
    n = i++ ? i : n;
    n = f(i, n) + (n = 3, i);
    n = (i = 3) + n;
    a[i] = a[n++] + a[i];
    *p++ = a[i++];
    n = g(i++) + (int)sizeof(i);
    while ((n = g(i)) != 0 && n < 5)
        n = n * 10 + (i = g(n));
    n = f(*&i, i) + f(g(0) + 1, (&i == p) + i);
    a[n] += a[i++];
    return n;
}
// silent: `n` is changed
