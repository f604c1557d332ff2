int main(void) {
    long x = 4000000000000000000L;
    return (int)(x * 3); // trap: OverflowError
}
