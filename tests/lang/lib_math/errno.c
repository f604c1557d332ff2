// sin, cos and tan of infinity are domain errors, though gcc believes that they leave errno alone.
int main(void) {
    double x = INFINITY;
    double (*functions[])(double) = {sin, cos, tan};
    for (int i = 0; i < 3; i++) {
        errno = 0;
        functions[i](x);
        printf("%d ", errno == EDOM);
    }
    puts(""); // expect: 1 1 1 
}
