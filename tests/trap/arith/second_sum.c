// The second of two index computations that are done in one go overflows.
int main(void) {
    double a[6] = {1, 2, 3, 4, 5, 6}, s = 0;
    int n = 2, large = 2147483647;
    for (int i = 0; i < 2; i++)
        for (int k = 1; k < n; k++)
            s += a[i * n + k] *
                 a[k * n + large]; // trap: OverflowError
    return (int)s;
}

// stderr: 2 + 2147483647 does not fit
// stderr: k = 1
