// A file of another folder finds its own headers beside it, not beside the first file; a
// header has one name, whichever way it is reached, so #pragma once holds.
// args: other/beside.part.c
#include "./once.h"
#include "other/beside.h"
#include "other/../once.h"
#include <stdio.h>
int main(void) {
    struct once x = {LEVEL};
    printf("%d\n", x.n);                    // expect: 1
    printf("%d %d\n", from_beside().n, sum); // expect: 2 3
}
