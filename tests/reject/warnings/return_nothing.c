hide(n) int n; { // warning: `hide` has no type
    if (n)
        return; // warning: `hide` returns `int`, but nothing here: its caller must not use the value
    n++;
}
