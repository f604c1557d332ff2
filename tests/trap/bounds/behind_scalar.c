int main(void) {
    int x = 5;
    int *p = &x;
    p++;
    return *p; // trap: IndexError: read past the end of a variable
}
