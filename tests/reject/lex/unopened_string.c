// The quote that was to close a string is not one that opens another.
int main(void) {
    printf(%d\n", 1); // error: closes a string that no
    puts(hello"); // error: in front of the text
    return x; // error: unknown name `x`
}
