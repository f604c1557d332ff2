// A `}` too many ends the function, and the statements behind it have no home: one mistake.
int main(void) {
    int x = 1;
    if (x) {
        x = 2;
    } } else { // error: `else` without an `if` before it
        x = 3;
    }
    x = 4;
    return x;
}
