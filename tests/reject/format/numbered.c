int main(void) {
    printf("%2$s\n", 1, 2); // error: needs a string
    printf("%3$d\n", 1, 2); // error: `%3$d`
    return 0;
}
