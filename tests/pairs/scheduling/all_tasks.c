// all_tasks counts what has not ended.
#include "../say.h"

async void nap(double seconds) {
    await sleep(seconds);
}

async int main(void) {
    task(void) tasks[3];
    for (int i = 0; i < 3; i++)
        tasks[i] = spawn nap(i);
    say("%zu tasks", all_tasks(NULL, 0));
    await sleep(1);
    say("%zu tasks", all_tasks(NULL, 0));
    await tasks[2];
    say("%zu tasks", all_tasks(NULL, 0));
}
