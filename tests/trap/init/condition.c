int main(void) {
    int x[2];
    x[0] = 1;
    if (x[1]) // trap: Uninitialised: read of element 1 of `int x[2]`, which has no value yet
        return 1;
    return 0;
}
