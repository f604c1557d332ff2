// A character outside of the first 65536 is two units of UTF-16.
int main(void) {
    mbstate_t state = {0};
    const char *s = "\U0001F600!";
    char16_t unit;
    for (size_t n; (n = mbrtoc16(&unit, s, 9, &state)) != 0;) {
        printf("%zd:%x ", (ssize_t)n, unit);
        if (n != (size_t)-3)
            s += n;
    }
    puts(""); // expect: 4:d83d -3:de00 1:21 
    char text[4];
    printf("%zd\n", (ssize_t)c16rtomb(text, 0xd83d, &state)); // expect: 0
    ssize_t size = c16rtomb(text, 0xde00, &state);
    printf("%zd %x\n", size, (unsigned char)text[0]); // expect: 4 f0
    printf("%zd\n", (ssize_t)c16rtomb(text, 0xde00, &state)); // expect: -1
    printf("%zd\n", (ssize_t)c32rtomb(text, 0xe9, NULL)); // expect: 2
}
