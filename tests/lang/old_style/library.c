// Programs without #include write the library's functions down from memory, without `const`
// or without parameters. They are the library's, under the program's type; but what the
// program defines itself, if only further down, is its own.
int puts(char *s);
unsigned long strlen(char *s);
char *malloc(unsigned long size);
void strcpy(char *to, char *from);
int printf();
double ldexp();
int abs(int x);
int isdigit(int c);

static int early(void) { return abs(1); }

int main(void) {
    char *text = malloc(4);
    strcpy(text, "abc");
    puts(text);                                              // expect: abc
    printf("%lu %g\n", strlen(text), ldexp(1.0, 3));         // expect: 3 8
    printf("%c %d %d\n", malloc(8) != 0 ? 'y' : 'n', abs(-1), isdigit('5') != 0); // expect: y 99 1
    return early() - 99;
}

int abs(int x) { return 99; }
