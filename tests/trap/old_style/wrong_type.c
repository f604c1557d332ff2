int f();
int main(void) {
    return f(1.0); // trap: does not fit the arguments of this call
}
int f(int x) { return x; }
