// What a storage class of a compound literal asks for (C23 6.5.2.5).
int f(int n) {
    int *p = &(static int){n};     // error: the initialiser of `this object` is not constant // note: leave that word out
    int q = (static int)n;         // error: `static` can't stand here: only a compound literal
    (constexpr int){3} = 4;        // error: it is `const`
    return *p + q;
}
