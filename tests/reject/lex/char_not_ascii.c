int main(void) {
    char c = 'é'; // error: this character does not fit into a `char`
    return c;
}
