// note: give it a function first
int main(void) {
    int (*f)(int) = 0;
    return f(1); // trap: null
}
