// After a `}` too many the functions are cut wrongly: only the brace is told.
int f(int x) {
    if (x) {
        return 1;
    }}
    return x; // error: a statement can't stand outside a function
}

int main(void) {
    return undeclared;
}
