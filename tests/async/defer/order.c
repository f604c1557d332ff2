// Defers of a block run last in, first out, on every way out of it.
#include <stdio.h>

int ways(int n) {
    defer printf(" out\n");
    for (int i = 0; i < 2; i++) {
        defer printf(" a%d", i);
        defer printf(" b%d", i);
        if (n == 1)
            break;
        if (n == 2)
            continue;
        if (n == 3)
            return 3;
        if (n == 4)
            goto end;
        if (n == 5)
            throw error("Five", "x");
    }
    printf(" loop");
end:
    printf(" end");
    return n;
}

int main(void) {
    for (int n = 0; n < 6; n++) {
        try {
            ways(n);
        } catch (error e) {
            printf("%s\n", e.name);
        }
    }
    return 0;
}
// expect:  b0 a0 b1 a1 loop end out
// expect:  b0 a0 loop end out
// expect:  b0 a0 b1 a1 loop end out
// expect:  b0 a0 out
// expect:  b0 a0 end out
// expect:  b0 a0 out
// expect: Five
