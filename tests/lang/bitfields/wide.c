// Bit-fields wider than int compute in their own width, as gcc does: 40 bits wrap at 2^40.
// They used to compute in 64 bits.
struct { unsigned long u40 : 40, u33 : 33; long s35 : 35; unsigned u5 : 5; } s = {-1, 1, 1, 3};

int main(void) {
    printf("%lx %lx\n", (unsigned long)(s.u40 + 1), (unsigned long)(s.u40 * s.u40)); // expect: 0 1
    printf("%lx\n", (unsigned long)(s.u40 + 1UL));   // expect: 10000000000
    printf("%lx\n", (unsigned long)(s.u33 - 2));     // expect: 1ffffffff
    printf("%lx\n", (unsigned long)(s.u33 << 32));   // expect: 100000000
    printf("%lx\n", (unsigned long)(s.u33 << 32 << 1)); // expect: 0
    printf("%lx\n", (unsigned long)~s.u33);          // expect: 1fffffffe
    printf("%d\n", s.u33 - 2 > 0);                   // expect: 1
    printf("%d %d\n", s.s35 - 2 < 0, s.s35 + s.u33 - 3 < 0); // expect: 1 1
    printf("%lx\n", (unsigned long)(s.s35 << 34));   // expect: fffffffc00000000
    printf("%lx\n", (unsigned long)((s.u40 = -2) + 2)); // expect: 0
    printf("%lx\n", (unsigned long)((1 ? s.u40 : 0) + 2)); // expect: 0
    printf("%d\n", s.u40 == (s.u40 | -1) - 1);       // expect: 1
    printf("%d\n", (s.u5 = 2) - 3);                  // expect: -1
    return 0;
}
