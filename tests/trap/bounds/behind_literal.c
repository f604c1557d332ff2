int main(void) {
    const char *p = "abc";
    return p[4]; // trap: IndexError: read past the end of a string literal
}
