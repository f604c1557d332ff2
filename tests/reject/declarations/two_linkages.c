// An `extern` that sees the local `x` would make the static one external too (C17 6.2.2p7).
static int x;
int main(void) {
    int x = 2;
    {
        extern int x; // error: where another one hides it
        return x;
    }
}
