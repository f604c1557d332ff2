// Blocks inside the one of setjmp end with longjmp; its own variables stay.
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
jmp_buf place;

static void fail(int n) {
    char text[16] = "inner";
    longjmp(place, n + (int)strlen(text));
}

int main(void) {
    for (int i = 0; i < 3; i++) {
        char name[8];
        sprintf(name, "r%d", i);
        int how = setjmp(place);
        if (how == 0) {
            int room[4] = {i};
            fail(room[0]);
        }
        printf("%s %d\n", name, how);
        // expect: r0 5
        // expect: r1 6
        // expect: r2 7
    }
    return 0;
}
