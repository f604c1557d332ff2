// A statement with a mistake is left out by itself: its neighbours are checked, and what it may have
// declared, jumped to or returned is not missed.
enum colour { RED, GREEN };
static int first(enum colour c) {
    int n = 5 +; // error: expected an expression
    n->x = 1;
    goto out;
    switch (c) {
    case RED: n = = 1; // error: expected an expression
    }
    return zero; // error: unknown name `zero`
    out: return ); // error: expected an expression
}
int main(void) {
    return first("x"; // error: expected `)` before `;`
}
