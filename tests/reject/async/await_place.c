async int work(int x) { await sleep(1); return x; }
int plain(int x) {
    return await work(x); // error: `await` needs an async function, but `plain` is not async
}
int ways_out(int x) { return run(work(x)); }
async int good(int x) { return await work(x); }
int x = await work(1); // error: `await` needs an async function around it
void group(void) {
    taskgroup { // error: `taskgroup` needs an async function
    }
}
int main(void) { return 0; }
