// A header without its body is one mistake.
int main(void) {
    while True: // error: expected `(` after `while`
}
