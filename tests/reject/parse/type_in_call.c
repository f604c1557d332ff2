int twice(int x) {
    return 2 * x;
}

int main(void) {
    return twice(int 3); // error: expected an expression, but found `int`
}
