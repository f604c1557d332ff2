static int first(int a[static 1]) { // trap: NullPointer: a null pointer is passed where `static` asks for an array of at least 1 element
    return a[0];
}

int main(void) {
    int *none = 0;
    return first(none);
}
