#include <stdio.h>
#include <stdlib.h>

static int row[8], found;
static int safe(int col) {
    for (int i = 0; i < col; i++)
        if (row[i] == row[col] || abs(row[i] - row[col]) == col - i)
            return 0;
    return 1;
}
static void place(int col) {
    if (col == 8) {
        found++;
        return;
    }
    for (row[col] = 0; row[col] < 8; row[col]++)
        if (safe(col))
            place(col + 1);
}

int main(void) {
    place(0);
    printf("%d\n", found); // expect: 92
    return 0;
}
