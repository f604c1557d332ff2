int main(void) {
    const char *s = "abc";
    return s[4]; // trap: IndexError
}
