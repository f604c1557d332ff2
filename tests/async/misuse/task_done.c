// asyncio: ValueError: task_done() called too many times.
int main(void) {
    queue(int) q = new_queue(int);
    put(q, 1);
    task_done(q);
    task_done(q); // trap: ValueError: task_done() called too many times
}
