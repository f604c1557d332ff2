int f(void) {
    try {
    } catch (int) { // error: expected `error`
    }
    return 0;
}
int main(void) { return f(); }
