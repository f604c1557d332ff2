// A program as it was written before 1989: no prototypes, no type where it is int.
static twice(); // warning: `twice` has no type
char *malloc(); // the library's, by its old result

main() { // warning: `main` has no type
    double half();
    char *text = malloc(4);
    strcpy(text, "abc");
    printf("%d %g\n", twice(4, 'x'), half(3.0)); // expect: 128 1.5
    printf("%d\n", later(1, 2, text));           // warning: `later` is called before it is declared
    // expect: 100
    nothing();                                   // warning: `nothing` is called before
    // expect: nothing
    return 0;
}

static twice(n, c) // warning: `n` has no type
    char c;
{
    return 2 * n + c;
}

double half(x) float x; { return x / 2; }

// 1 and 2 widen to long, which is known here; the caller above passed ints
int later(a, b, text) int a, b; char *text; { return a + b + text[0]; }

void nothing() { puts("nothing"); }
