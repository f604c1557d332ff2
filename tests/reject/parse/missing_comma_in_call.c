int main(void) {
    int i = 3;
    printf("%d %d\n" i, 2); // error: expected `,` after this argument
    printf("%d\n", i 2); // error: arguments stand between commas
    return undeclared; // error: unknown name `undeclared`
}
