int main(void) {
    unsigned short a = 65535;
    return a * a > 0; // trap: OverflowError: signed overflow
}
