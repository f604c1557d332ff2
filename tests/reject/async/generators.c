int bad(void) {
    yield 1; // error: `yield` in `bad`, whose result is no generator
    return 1;
}
generator(int) value(void) {
    yield 1;
    return 3; // error: `return` in a generator has no value
}
generator(int) wrong(void) {
    yield "x"; // error: yielding the pointer `char *` where the number `int` is needed
    yield;     // error: `yield` needs a value
}
generator(int) passed_on(void) { return wrong(); }
generator(int) nothing(void) { } // warning: neither yields nor returns one
generator(double) other(void) {
    yield from wrong(); // error: needs a generator of the same values
}
async generator(int) ticks(void) {
    await sleep(1);
    yield 1;
    yield from wrong(); // error: `yield from` has no place in an async generator
}
int main(void) { return 0; }
