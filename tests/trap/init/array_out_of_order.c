int main(void) {
    int a[4];
    a[3] = 1;
    a[0] = 2;
    a[2] = 3;
    int i = 1;
    return a[3] + a[0] + a[2] + a[i]; // trap: Uninitialised
}
