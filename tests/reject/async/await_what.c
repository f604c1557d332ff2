async int work(int x) { return x; }
int plain(int x) { return x; }
int other(int x) { return x; }
generator(int) count(int n) { for (int i = 0; i < n; i++) yield i; }
async int main(void) {
    await 3;          // error: nothing to `await`: a number is `int`
    await plain(3);   // error: `plain` is not async: call it without `await`
    await count(3);   // error: its values come with `for (int x : ...)`
    spawn other(3);   // error: nothing to `spawn`
    await other(4);   // one missing word is told once
    await work;       // error: to call the function, write `()` behind it
    int x = work(1);  // error: this is a `coroutine(int)`; `await` gives its result
    coroutine(long) c = work(1); // error: initialising `coroutine(int)` where `coroutine(long)` is needed
    task(int) t = spawn work(1);
    return x + await t;
}
