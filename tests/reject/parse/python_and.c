int main(void) {
    int a = 1, b = 2;
    if (a and b) // error: `and` is not an operator of C
        return 1;
    return 0;
}
