int main(void) {
    return 0 // error: expected `;` after the value of `return`
}
