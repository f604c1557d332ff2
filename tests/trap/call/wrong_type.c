// note: declare the pointer as the function is declared, without a cast
int twice(int x) {
    return 2 * x;
}

int main(void) {
    double (*f)(double) = (double (*)(double))twice;
    return (int)f(1.0); // trap: BadCall
}
