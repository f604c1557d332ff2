// What a blocking call held up is told by a few names; very many are not counted one by one.
async void idle(void) {
    await sleep(0.5);
}

async int main(void) {
    for (int i = 0; i < 3000; i++)
        spawn idle();
    await sleep(0.1);
    sleep(1);
    return 0;
}
// stderr: "Task-2", "Task-3", "Task-4" and over 997 more were ready
