#include <stdio.h>
#pragma pack(push, 1)
struct tight { char c; int i; };
struct bits { char c; int b : 30; int x : 7; };
#pragma pack(2)
struct two { char c; double d; short s; int i; };
#pragma pack(pop)
_Pragma("pack(4)") struct four { char c; long l; };
#pragma pack()
struct loose { char c; int i; };
struct __attribute__((packed)) wide { unsigned a : 3; unsigned b : 31; unsigned c : 6; };
struct __attribute__((packed)) nine { unsigned long a : 5, b : 60; unsigned c : 4; };
int main(void) {
    printf("%zu %zu %zu %zu\n", sizeof(struct tight), sizeof(struct two), sizeof(struct four), sizeof(struct loose)); // expect: 5 16 12 8
    struct bits s = {1, -3, 5};
    printf("%zu %d %d %d\n", sizeof s, s.c, s.b, s.x); // expect: 6 1 -3 5
    struct wide w = {5, 0x7fffffff, 33}; // b lies in five bytes
    w.b--;
    printf("%zu %u %u %u\n", sizeof w, w.a, w.b, w.c); // expect: 5 5 2147483646 33
    struct nine n = {5, 0xfffffffffffffff, 9}; // and here in nine
    printf("%zu %lu %lx %u\n", sizeof n, (unsigned long)n.a, (unsigned long)n.b, n.c); // expect: 9 5 fffffffffffffff 9
#pragma pack(3) // warning: this `#pragma pack` has no effect
}
