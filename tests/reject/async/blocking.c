async int work(int x) {
    sleep(1);            // note: this call of `sleep` blocks every task
    await sleep(1);
    spawn sleep(1);
    await gather(sleep(1), sleep(2));
    return run(work(x)); // note: `await` says this better than `run`
}
int plain(void) {
    sleep(1);
    return run(work(1));
}
int main(void) { return plain(); }
