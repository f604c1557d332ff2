int main(void) {
    try {
        return 1;
    } // error: expected `catch` after the block of `try`
    return 0;
}
