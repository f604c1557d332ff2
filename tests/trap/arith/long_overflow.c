int main(void) {
    long x = 0x7fffffffffffffff;
    return x + 1 > 0; // trap: OverflowError: signed overflow
}
