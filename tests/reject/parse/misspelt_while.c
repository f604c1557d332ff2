int main(void) {
    int x = 3;
    whlie (x > 0) { // error: unknown word `whlie`
        x--;
    }
    return x;
}
