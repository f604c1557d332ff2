// Byte stores in a long array: the primes below eight million.
#include <stdio.h>
#include <string.h>

enum { LIMIT = 8000000 };

static char is_composite[LIMIT];

static int count_primes(void) {
    int count = 0;
    memset(is_composite, 0, sizeof is_composite);
    for (int i = 2; i < LIMIT; i++) {
        if (!is_composite[i]) {
            count++;
            for (long k = (long)i * i; k < LIMIT; k += i) {
                is_composite[k] = 1;
            }
        }
    }
    return count;
}

int main(void) {
    int total = 0;
    for (int round = 0; round < 3; round++) {
        total += count_primes();
    }
    printf("%d\n", total);
    return 0;
}
