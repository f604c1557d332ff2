async int twice(int x) { await sleep(0); return 2 * x; }
int a = await twice(4);
for (int i = 0; i < 2; i++) {
    a += await twice(i);
}
int f(void) {
    return await twice(1); // error: `await` needs an async function, but `f` is not async
}
twice(5); // warning: is a coroutine that nobody runs
sleep(0);
await twice(a)
