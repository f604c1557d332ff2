// A byte of a longer character is shown by its number: alone it is no text.
int main(void) {
    int count[128] = {0};
    const char *text = "\xc3\xa9";
    char c = text[0];
    count[c]++; // trap: index -61
    // note: c = '\xc3'
    return 0;
}
