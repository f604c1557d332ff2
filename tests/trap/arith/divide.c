// note: ask before dividing: `if (divisor != 0)`
int main(void) {
    int zero = 0;
    return 1 / zero; // trap: ZeroDivisionError
}
