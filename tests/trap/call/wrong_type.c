int twice(int x) {
    return 2 * x;
}

int main(void) {
    double (*f)(double) = (double (*)(double))twice;
    return (int)f(1.0); // trap: BadCall
}
