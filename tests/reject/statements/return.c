void nothing(int x) {
    if (x)
        return;
    return 1; // error: `nothing` returns nothing
}
int something(int x) {
    if (x)
        return; // error: `something` returns `int`, so `return` needs a value
    return 1;
}
