int main(void) {
    puts("x"), // error: write `;` for this `,`
    return 0;
}
