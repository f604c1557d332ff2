int main(void) {
    int x = 1 @ 2; // error: the character `@` has no meaning in C
    return x;
}
