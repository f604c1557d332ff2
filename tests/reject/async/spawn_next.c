// next() of an async generator waits where it stands; it is no function that could run beside this.
async generator(int) ticks(void) {
    yield 1;
}

async void f(void) {
    async generator(int) g = ticks();
    spawn next(g); // error: write `await next(...)`; to run that beside this, `spawn` an async function that does it
    next(g);
}
// note: in an async function, write `await next(...)`
