int main(void) {
    int i = 2147483647;
    i++; // trap: OverflowError: signed overflow
    return i < 0;
}
