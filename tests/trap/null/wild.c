int main(void) {
    int *p = (int *)12345678901234L;
    return *p; // trap: WildPointer
}
