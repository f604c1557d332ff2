// --shuffle: ready tasks run in an order drawn with a seed, the same every time: what depends on the order shows itself.
#include <stdio.h>

async void letter(char c) {
    putchar(c);
}

async int main(void) {
    taskgroup {
        for (char c = 'A'; c <= 'J'; c++)
            spawn letter(c);
    }
    putchar('\n');
    return 0;
}
// flags: --shuffle 7
// expect: HEIDGFBACJ
