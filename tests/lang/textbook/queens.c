// Eight queens by backtracking.
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#define N 8

static int column[N];
static int solutions;

static bool safe(int row, int c) {
    for (int r = 0; r < row; r++)
        if (column[r] == c || abs(column[r] - c) == row - r)
            return false;
    return true;
}

static void place(int row) {
    if (row == N) {
        if (++solutions == 1)
            for (int r = 0; r < N; r++) {
                for (int c = 0; c < N; c++)
                    putchar(column[r] == c ? 'Q' : '.');
                putchar('\n');
            }
        return;
    }
    for (int c = 0; c < N; c++)
        if (safe(row, c)) {
            column[row] = c;
            place(row + 1);
        }
}

int main(void) {
    place(0);
    printf("%d solutions\n", solutions);
    return 0;
}

// expect: Q.......
// expect: ....Q...
// expect: .......Q
// expect: .....Q..
// expect: ..Q.....
// expect: ......Q.
// expect: .Q......
// expect: ...Q....
// expect: 92 solutions
