int main(void) {
    int x = 3;
    if (x > 2)
        x = 1;
        x = 2;
    else // error: `else` without an `if`
        x = 3;
    return x;
}
