// Locals keep what they had; those of left blocks have ended.
#include <stdio.h>

int deep(int n) {
    int buffer[16];
    for (int i = 0; i < 16; i++)
        buffer[i] = n;
    if (n == 0)
        throw error("Bottom", "%d", buffer[3]);
    return deep(n - 1) + buffer[n];
}

int main(void) {
    int caught = 0;
    for (int round = 0; round < 1000; round++) {
        int here[4] = {round, round, round, round};
        try {
            deep(20);
        } catch (error e) {
            caught += here[3] == round;
        }
    }
    printf("%d\n", caught); // expect: 1000
    return 0;
}
