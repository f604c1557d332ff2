int main(void) {
    char c = 'x; // error: this character has no closing
    return c;
}
