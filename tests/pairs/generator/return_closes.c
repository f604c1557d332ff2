// So does return.
#include "../say.h"

generator(int) numbers(void) {
    defer say("closed");
    for (int i = 0; i < 9; i++)
        yield i;
}

int find(int n) {
    for (int x : numbers())
        if (x == n)
            return x;
    return -1;
}

int main(void) {
    say("found %d", find(3));
    say("found %d", find(10));
}
