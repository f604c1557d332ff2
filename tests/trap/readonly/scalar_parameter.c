static int doubled(const int n) {
    int *p = (int *)&n;
    *p *= 2; // trap: write to `const int n`, which cannot be changed
    return n;
}

int main(void) {
    return doubled(4);
}
