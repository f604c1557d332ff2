#include <stdio.h>
#define LOG(format, ...) printf("log: " format "\n", ##__VA_ARGS__)
#define SHOW(...) puts(#__VA_ARGS__)
#define CALL(f, ...) f(__VA_ARGS__)
#define SUM(a, rest...) (a + rest)
int main(void) {
    LOG("none"); // expect: log: none
    LOG("%d %d", 1, 2); // expect: log: 1 2
    SHOW(a, (b, c) , "d"); // expect: a, (b, c) , "d"
    CALL(printf, "%s\n", "called"); // expect: called
    printf("%d\n", SUM(1, 2 + 3)); // expect: 6
}
