// An `else` below its `if`, whose block has no `}`: nothing else is missing, and what comes is checked.
int main(void) {
    int x = 1;
    if (x) {
        x = 2;
    else { // error: expected `}` before `else`
        x = 3;
    }
    if (x == 1) {
        x = 2;
    } else if (x == 4) {
        x = 3;
    else // error: expected `}` before `else`
        x = 4;
    if (x) {
        if (x);
            x = 5;
        else // error: `else` without an `if` before it
            x = 6;
    }
    return unknown; // error: unknown name `unknown`
}
