int main(void) {
    int x = 3;
    if (x > 2) {
        x = 1;
    } elif (x > 1) { // error: write `else if`
        x = 2;
    }
    return x;
}
