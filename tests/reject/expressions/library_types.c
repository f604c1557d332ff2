// The library's own names for its types are nobody's business.
int main(void) {
    FILE *f = 5; // error: where the pointer `FILE *` is needed
    return printf[3]; // error: `printf` cannot be indexed: it is `int (const char *, ...)`
}
