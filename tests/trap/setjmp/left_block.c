// The kernel itself stopped here: a block with a variable in memory has ended, and longjmp
// goes back into it.
#include <setjmp.h>
#include <stdio.h>
jmp_buf place;

int main(void) {
    int n = 3;
    {
        int a[n];
        a[0] = n;
        if (setjmp(place) == 0)
            printf("%d\n", a[0]); // expect: 3
        else
            printf("again %d\n", a[0]);
    }
    longjmp(place, 1); // trap: longjmp into a block that has ended
    return 0;
}
