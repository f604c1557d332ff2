// Programs of the nineties: parameters have types, results have none.
static twice(int x);
add(int a, long b) { return a + b; } // warning: `add` has no type, which before 1999 meant `int`
static twice(int x) { return 2 * x; }
length(char *text, int (*measure)(const char *)) { return measure(text); }
int count(const char *text) { return text[0] ? 1 + count(text + 1) : 0; }
main() {
    printf("%d %d %d\n", add(1, 2L), twice(4), length("abc", count)); // expect: 3 8 3
    return 0;
}
