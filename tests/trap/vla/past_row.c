int main(void) {
    int n = 3, i = 3;
    int a[2][n];
    a[1][0] = 1;
    return a[1][i]; // trap: IndexError: index 3 (`i`) is past the end of the array
}
