static const int squares[20] = {0, 1, 4};

static void clear(int *p, int n) {
    for (int i = 0; i < n; i++) {
        p[i] = 0; // trap: ReadOnly: write to `const int squares[20]`
    }
}

int main(void) {
    clear((int *)squares, 20);
    return 0;
}
