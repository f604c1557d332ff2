// asyncio: ValueError: BoundedSemaphore released too many times.
int main(void) {
    bounded_semaphore s = new_bounded_semaphore(2);
    acquire(s);
    release(s);
    release(s); // trap: ValueError: BoundedSemaphore released too many times
}
