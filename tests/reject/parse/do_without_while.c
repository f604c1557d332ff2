int main(void) {
    int x = 3;
    do {
        x--;
    } // error: expected `while` after the body of `do`
    return x;
}
