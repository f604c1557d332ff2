int main(void) {
    int x = 3;
    if (x > 2) {
        x = 1;
    return x;
} // error: expected `}` before the end of the file
