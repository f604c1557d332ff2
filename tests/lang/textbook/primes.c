// The sieve of Eratosthenes, and prime factors.
#include <stdio.h>
#include <stdlib.h>

static void factors(unsigned n) {
    printf("%u =", n);
    for (unsigned p = 2; p <= n / p; p++)
        while (n % p == 0) {
            printf(" %u", p);
            n /= p;
        }
    if (n > 1)
        printf(" %u", n);
    printf("\n");
}

int main(void) {
    int limit = 100;
    char *composite = calloc((size_t)limit + 1, 1);
    int count = 0;
    for (int i = 2; i <= limit; i++) {
        if (composite[i])
            continue;
        count++;
        for (int j = i * i; j <= limit; j += i)
            composite[j] = 1;
    }
    free(composite);
    printf("%d primes up to %d\n", count, limit);
    factors(360);
    factors(97);
    factors(4294967291u);
    return 0;
}

// expect: 25 primes up to 100
// expect: 360 = 2 2 2 3 3 5
// expect: 97 = 97
// expect: 4294967291 = 4294967291
