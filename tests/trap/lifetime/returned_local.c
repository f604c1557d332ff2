int *keep(int *p) {
    return p;
}

int *make(void) {
    int x = 7;
    return keep(&x);
}

int main(void) {
    int *p = make();
    return *p; // trap: UseAfterScope
}
