// A product that every round of a loop needs, and that overflows, is a fault of its own place.
int main(void) {
    int big = 70000, a[4] = {1, 2, 3, 4}, sum = 0;
    for (int k = 2; k < 4; k++)
        sum += a[big * big + k]; // trap: OverflowError
    return sum;
}

// stderr: 70000 * 70000 does not fit
// stderr: here big = 70000
