int f();
int main(void) {
    return f(1, 2); // trap: BadCall: `f` is `int (int a)`, which does not fit
}
int f(int a) {
    return a;
}
