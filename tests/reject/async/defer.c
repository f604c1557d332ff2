int f(int n) {
    for (int i = 0; i < n; i++) {
        defer {
            return 1; // error: `return` cannot leave a `defer`
        }
        defer break;  // error: `break` cannot leave a `defer`
        defer {
            for (;;)
                break;
        }
    }
    goto behind;      // error: this jump would enter the block behind a `defer`
    defer n++;
behind:
    return n;
}
