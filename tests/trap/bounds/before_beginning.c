int main(void) {
    int a[4] = {0};
    int i = -1;
    return a[i]; // trap: before the beginning
}
