// The text has lost the quote in front: what looks like a number in it is none.
int main(void) {
    puts(127.0.0.1"); // error: closes a string that no
    printf(5apples", 3); // error: closes a string that no
    printf("%s", 1.2.3, "x"); // error: `1.2.3` is no number
    return 0;
}
