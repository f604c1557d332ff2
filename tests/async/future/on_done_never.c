// What waits for a future that is never done goes with it, or with the session.
future(int) kept;

void told(future(int) f) { printf("done\n"); }

async int main(void) {
    kept = new_future(int);
    on_done(kept, told);
    for (int i = 0; i < 100; i++)
        on_done(new_future(int), told);
    await sleep(1);
    printf("end\n"); // expect: end
    return 0;
}
