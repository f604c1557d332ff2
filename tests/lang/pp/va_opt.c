#include <stdio.h>
#define LOG(format, ...) printf(format "\n" __VA_OPT__(,) __VA_ARGS__)
#define NAME(x, ...) x##__VA_OPT__(_more)
#define TEXT(x, ...) #__VA_OPT__(x and __VA_ARGS__)
#define NOTHING
int main(void) {
    int a = 1, a_more = 2;
    LOG("plain"); // expect: plain
    LOG("%d", 5); // expect: 5
    LOG("empty", NOTHING); // expect: empty
    printf("%d %d\n", NAME(a), NAME(a, x)); // expect: 1 2
    printf("[%s][%s]\n", TEXT(a), TEXT(a, b, c)); // expect: [][a and b, c]
}
