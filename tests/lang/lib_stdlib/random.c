#include <stdio.h>
#include <stdlib.h>
int main(void) {
    printf("%d ", rand());
    printf("%d\n", rand()); // expect: 1804289383 846930886
    srand(42);
    printf("%d ", rand());
    printf("%d ", rand());
    printf("%d\n", rand() % 100); // expect: 71876166 708592740 81
    srand(1);
    printf("%d\n", rand()); // expect: 1804289383
    srand(0);
    printf("%d\n", rand()); // expect: 1804289383
    srandom(7);
    printf("%ld\n", random()); // expect: 1045618677
    srand48(3);
    printf("%.10f\n", drand48()); // expect: 0.7832349621
    printf("%ld\n", lrand48()); // expect: 1854724446
    unsigned seed = 5;
    printf("%d\n", rand_r(&seed)); // expect: 234104184
    printf("%d\n", RAND_MAX); // expect: 2147483647
    return 0;
}
