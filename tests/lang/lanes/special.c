// Where a place can't be known to be good in advance, the loop with checks does it: memory not written yet, an index
// that would be wrong only in rounds that do not use it, an empty loop over nothing, a pointer that changes on the way.
#include <stdio.h>
#include <stdlib.h>

static int guarded(const int *a, int n, int used) {
    int sum = 0;
    for (int k = 0; k < n; k++) {
        if (k < used) {
            sum += a[k * 100000000];
        } else {
            sum += 2;
        }
    }
    return sum;
}

static int over_nothing(const int *none, int n) {
    int sum = 7;
    for (int k = 0; k < n; k++) {
        sum += none[k];
    }
    return sum;
}

static int linked(int **rows, int n) {
    int sum = 0, *row = rows[0];
    for (int k = 0; k < n; k++) {
        sum += row[k];
        row = rows[k & 1];
    }
    return sum;
}

int main(void) {
    int *fresh = malloc(50 * sizeof *fresh), local[30], one = 5;
    for (int k = 0; k < 50; k++) {
        fresh[k] = k;
    }
    for (int k = 29; k >= 0; k--) {
        local[k] = k * 2;
    }
    printf("%d %d\n", fresh[49], local[3]);   // expect: 49 6
    printf("%d\n", guarded(&one, 30, 1));      // expect: 63
    printf("%d\n", over_nothing(NULL, 0));     // expect: 7
    printf("%d\n", linked((int *[]){fresh, local}, 10)); // expect: 65
    free(fresh);
    return 0;
}
