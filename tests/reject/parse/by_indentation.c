// note: by_indentation.c:4:37: by the indentation, it is this block whose `}` is missing
static int f(int n) {
    while (n > 0) {
        for (int i = 0; i < n; i++) {
            n--;
    }
    return n;
}
int main(void) { // error: function `main` can't be defined inside a block
    return f(1);
}
