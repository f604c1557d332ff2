int main(void) {
    char c = ''; // error: there is no character between these quotes
    return c;
}
