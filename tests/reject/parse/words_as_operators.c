// Read on as what was meant: what else is wrong with the condition is told.
int main(void) {
    int a = 1, b = 2;
    if (a and b) puts("x"); // error: `and` is not an operator of C
    return a or c; // error: `or` is not an operator of C // error: unknown name `c`
}
