async int sum(int count, ...) {
    return count;
}
async int f(void) {
    coroutine(int) c = sum(1, 2); // error: a variadic async function can only be awaited where it is called
    return await sum(1, 2) + await c;
}
