generator(int) count_up(void) {
    yield 1;
}
queue(int) numbers;
void f(void) {
    send(count_up(), 1);  // error: `send`: a `generator(int)` receives nothing
    try_next(1, 0);       // error: there is no `try_next` for `int`
    put(numbers, "text"); // error: `put` cannot take `char *`: it takes `int`
}
