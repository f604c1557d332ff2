int main(void) {
    if (1)
        int x = 3; // error: a declaration can't be the whole body of `if`
    return 0;
}
