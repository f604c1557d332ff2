// What stands where only a word of the language could.
struct s { int a; };
static int f(conts char *s, int n) { // error: did you mean `const`?
    return n;
}
static volatlie int seen; // error: unknown word `volatlie`
async int main(void) {
    ofr (; seen < 3; seen++) // error: did you mean `for`?
        puts("x");
    int x = 1 + awiat sleep(1); // error: did you mean `await`?
    return offsetof(s, a); // error: did you mean `struct s`?
}
