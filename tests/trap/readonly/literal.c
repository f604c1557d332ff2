int main(void) {
    char *s = "abc";
    s[0] = 'x'; // trap: ReadOnly
    return 0;
}
