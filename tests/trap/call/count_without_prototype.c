int f();
int main(void) {
    return f(1, 2); // trap: BadCall: call through the wrong type
}
int f(int a) {
    return a;
}
