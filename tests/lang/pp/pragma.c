#include <stdio.h>
#pragma omp parallel for
#pragma once don't
#define QUIET(x) _Pragma("GCC diagnostic ignored \"-Wall\"") x
_Pragma("STDC FP_CONTRACT OFF")
int main(void) {
    QUIET(puts("done")); // expect: done
#
#ident "nothing"
}
