// Python's asyncio typed by habit: the message says what it is called here. The names one by one: notebooks/asyncio.md.
async int f(void) {
    return 1;
}

async void prefixes(void) {
    asyncio.sleep(1); // error: asyncio's names are here without `asyncio.`: `sleep`
}

async void renamed(void) {
    asyncio.get_running_loop(); // error: the session has one loop
}

async void made(void) {
    event e = event(); // error: `new_event(...)` makes one
}

async void methods(task(int) t, queue(int) q) {
    t.cancel();      // error: there are no methods: write `cancel(t)`
    t->done();       // error: there are no methods: write `done(t)`
    q.put(1);        // error: there are no methods: write `put(q, ...)`
    q.put_nowait(1); // error: `try_put(q, x)` is false if the queue is full
}

async void functions(task(int) t) {
    to_thread(f);                          // error: there are no threads
    wait(t);                               // error: asyncio.wait is `wait_all(array, count)`
    gather(f(), return_exceptions = true);  // error: options are named with a dot
}
