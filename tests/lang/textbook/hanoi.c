// The towers of Hanoi.
#include <stdio.h>

static int moves;

static void move(int n, char from, char to, char via) {
    if (n == 0)
        return;
    move(n - 1, from, via, to);
    moves++;
    if (n >= 3)
        printf("disk %d from %c to %c\n", n, from, to);
    move(n - 1, via, to, from);
}

int main(void) {
    move(4, 'A', 'C', 'B');
    printf("%d moves\n", moves);
    return 0;
}

// expect: disk 3 from A to B
// expect: disk 4 from A to C
// expect: disk 3 from B to C
// expect: 15 moves
