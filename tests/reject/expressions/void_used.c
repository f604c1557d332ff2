void nothing(void);
int f(int x) {
    int y = nothing();   // error: the result of `nothing` has no value
    x = nothing() + 1;   // error: the result of `nothing` has no value
    if (nothing())       // error: the result of `nothing` has no value
        return nothing(); // error: the result of `nothing` has no value
    (void)nothing();
    return x + y;
}
void nothing(void) {
}
