async int work(int x) { return x; }
generator(int) count(int n) { for (int i = 0; i < n; i++) yield i; }
async int main(void) {
    work(1);       // warning: is a coroutine that nobody runs
    count(2);      // warning: is a generator that nobody asks
    spawn work(2);
    await work(3);
    (void)work(4);
    return 0;
}
