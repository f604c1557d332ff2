int main(void) {
    int *p = 0;
    for (int i = 0; i < 2; i++) {
        int x = i;
        p = p ? p : &x;
    }
    return *p; // trap: UseAfterScope: use after scope
}
