// One word is missing: told once, where it is first missed.
void work(int n) {
    await sleep(n); // error: either make it async: `async void work(int n)`
    await sleep(n);
}
async int main(void) {
    spawn work(1);
    await work(2);
    coroutine(void) c = work(3);
    await c;
    return 0;
}
