// Functions that call each other.
int odd(int);
int even(int n) {
    return n ? odd(n - 1) : 1;
}
int odd(int n) {
    return n ? even(n - 1) : 0;
}
int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
int main(void) {
    return even(10) + odd(7) * 2 + fib(10);
}
// exit: 58
