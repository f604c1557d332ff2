// It ran with whatever stood in the register, since only calls with arguments were checked.
int f();
int main(void) {
    return f(); // trap: does not fit the arguments of this call
}
int f(int x) { return x; }
