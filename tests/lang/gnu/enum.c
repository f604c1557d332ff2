#include <stdio.h>
enum wide { A = 1, B = 0x123456789ab, C, N = -1 }; // warning: the value of `B` does not fit `int`
enum half { H = 0xffffffffu };                       // warning: the value of `H` does not fit `int`
enum __attribute__((packed)) small { P = 255 };
enum { Q = -1, R = 200 } __attribute__((packed)) short_one;
int main(void) {
    printf("%zu %zu\n", sizeof(enum small), sizeof short_one); // expect: 1 2
    printf("%zu %ld %ld %d\n", sizeof(enum wide), (long)B, (long)C, N); // expect: 8 1250999896491 1250999896492 -1
    printf("%zu %zu %u\n", sizeof(enum half), sizeof A, H);              // expect: 4 4 4294967295
}
