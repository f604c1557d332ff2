// putenv copies; a number in the text of strfromd's directive.
int main(void) {
    char text[] = "CORA_TEST=one";
    putenv(text);
    text[10] = 'X';
    puts(getenv("CORA_TEST")); // expect: one
    putenv("CORA_TEST");
    printf("%d\n", getenv("CORA_TEST") == NULL); // expect: 1
    char number[8];
    printf("%d %s\n", strfromd(number, sizeof number, "%.2f", 2.0 / 3), number); // expect: 4 0.67
    printf("%d %d\n", getuid() == geteuid(), getppid() > 0); // expect: 1 1
}
