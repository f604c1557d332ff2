// A screenful, and a line that says so. `cora check` shows all of them.
// stderr: note: 3 more messages are not shown: mend these first, and look again
int main(void) {
    return a + // error: unknown name `a`
           b + // error: unknown name `b`
           c + // error: unknown name `c`
           d + // error: unknown name `d`
           e + // error: unknown name `e`
           f + // error: unknown name `f`
           g + // error: unknown name `g`
           h + // error: unknown name `h`
           i + // error: unknown name `i`
           j + // error: unknown name `j`
           k +
           l +
           m;
}
