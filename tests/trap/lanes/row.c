// The name of a row holds the index to that row, though the matrix goes on behind it.
#include <stdio.h>

static int matrix[10][20];

int main(void) {
    int sum = 0;
    for (int i = 0; i < 21; i++) {
        sum += matrix[4][i]; // trap: IndexError
    }
    printf("%d\n", sum);
    return 0;
}
