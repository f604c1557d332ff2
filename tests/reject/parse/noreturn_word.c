// Without <stdnoreturn.h> it is a word like any other.
noreturn void stop(void) { // error: unknown word `noreturn` // note: did you mean `_Noreturn`?
    for (;;) {
    }
}
