generator(int) count(int n) { for (int i = 0; i < n; i++) yield i; }
async generator(int) ticks(void) { await sleep(1); yield 1; }
async int main(void) {
    int a[3] = {1, 2, 3}, *p = a, total = 0;
    for (int x : a)
        total += x;
    for (double x : count(3))
        total += (int)x;
    for (int x : p) // error: needs an array or a generator, but this is `int *`
        total += x;
    for (char *x : a) // error: initialising the number `int` where the pointer `char *` is needed
        total++;
    for (int x : ticks()) // error: have to be waited for
        total += x;
    for await (int x : ticks())
        total += x;
    for await (int x : count(2)) // error: `for await` needs an async generator
        total += x;
    return total;
}
