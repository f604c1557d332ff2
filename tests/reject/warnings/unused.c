int f(int x) {
    x == 1;    // warning: this comparison is computed, but not used
    x + 1;     // warning: this value is computed, but not used
    f;         // warning: to call the function
    (void)x;
    x++;
unused:        // warning: no `goto` leads to `unused`
    return x;
}
