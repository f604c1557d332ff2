int twice(int x) {
    if (x > 0) {
        x = 2 * x;
    return x;
}

int main(void) { // error: function `main` can't be defined inside a block
    return twice(1);
}
