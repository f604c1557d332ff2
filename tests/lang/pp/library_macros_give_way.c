enum token { EOF_TOKEN, EOF, NAN };
int BUFSIZ = 7;
int main(void) {
    printf("%d %d %d\n", EOF, NAN, BUFSIZ); // expect: 1 2 7
}
