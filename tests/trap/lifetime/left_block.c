int main(void) {
    int *p;
    {
        int x = 7;
        p = &x;
    }
    return *p; // trap: UseAfterScope
}
