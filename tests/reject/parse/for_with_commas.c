int main(void) {
    int sum = 0;
    for (int i = 0, i < 10, i++) // error: expected `;` in the header of `for`
        sum += i;
    return sum;
}
