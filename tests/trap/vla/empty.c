int main(void) {
    int n = 0;
    int a[n];
    a[0] = 1; // trap: IndexError: write past the end of an array
    return 0;
}
