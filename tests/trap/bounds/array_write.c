int main(void) {
    int a[10];
    for (int i = 0; i <= 10; i++) {
        a[i] = 0; // trap: `int a[10]`
    }
    return 0;
}
