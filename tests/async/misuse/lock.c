// asyncio: RuntimeError: Lock is not acquired.
int main(void) {
    lock m = new_lock();
    acquire(m);
    release(m);
    release(m); // trap: RuntimeError: Lock is not acquired
}
