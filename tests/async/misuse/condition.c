// asyncio: RuntimeError: cannot notify on un-acquired lock.
int main(void) {
    condition c = new_condition(new_lock());
    acquire(c);
    notify(c);
    release(c);
    notify_all(c); // trap: RuntimeError: cannot notify on un-acquired lock
}
