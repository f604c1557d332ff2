// The same for what is no grammar here; such a mistake hides those of meaning.
async void types(void) {
    asyncio.Queue q; // error: a queue is made so
    Lock m;          // error: a lock is made so
    TaskGroup group; // error: it is a block
    future g;        // error: write what it gives
    timeout(1) {     // error: it is a block
    }
}

async void words(lock m, async generator(int) g) {
    async with m { // error: write `defer`
    }
    async for (int x : g) { // error: write `for await`
    }
    from asyncio import sleep // error: asyncio's names are there without one
}
