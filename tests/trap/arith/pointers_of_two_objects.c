// note: only pointers into the same array have a distance between them
int main(void) {
    int a[2] = {1, 2}, b[2] = {3, 4};
    return (int)(&a[0] - &b[0]); // trap: PointerMix: difference of pointers into different objects
}
