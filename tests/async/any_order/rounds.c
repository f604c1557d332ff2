// A barrier: nobody begins a round before everybody has ended the one before.
#include <stdio.h>

enum { RUNNERS = 5 };
barrier line;
int at[RUNNERS], ahead;

async void runner(int me) {
    for (int round = 1; round <= 6; round++) {
        await sleep((me * round) % 3);
        at[me] = round;
        await wait(line);
        for (int i = 0; i < RUNNERS; i++)
            ahead += at[i] < round;
    }
}

async int main(void) {
    line = new_barrier(RUNNERS);
    taskgroup {
        for (int i = 0; i < RUNNERS; i++)
            spawn runner(i);
    }
    printf("%d left behind\n", ahead); // expect: 0 left behind
    return 0;
}
