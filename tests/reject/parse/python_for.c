int main(void) {
    int sum = 0;
    for i in range(10): // error: expected `(` after `for`
        sum += i;
    return sum;
}
