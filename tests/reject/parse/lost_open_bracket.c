// A bracket that is closed and was never opened is missing where two operands stand side by side. It was told as a `,`
// that is missing and a bracket too many.
int g(int a, int b) { return a + b; }
int main(void) {
    int w[3] = {1, 2, 3}, x = 1;
    g(1, w 1]); // error: expected `[` after `w`
    g(g 1, 2), 3); // error: expected `(` after `g`
    g(w 1] + 2, 4); // error: expected `[` after `w`
    x = w 1]; // error: expected `[` after `w`
    x = g 1, 2); // error: expected `(` after `g`
    g(1 2); // error: expected `,` after this argument
    return x;
}
