int f(int x) {
    switch (x) {
    case 1:
        return 2;
    default:
        __builtin_unreachable(); // trap: Unreachable: code was reached that is marked as unreachable
    }
}
int main(void) {
    return f(1) + f(2);
}
