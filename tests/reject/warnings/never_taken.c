int f(int x) {
    switch (x) {
    case 3 ... 1: // warning: this range is empty
        return 1;
    case 4 ... 6:
        return 2;
    }
    return 3;
}
_Noreturn void stop(void) { // warning: `stop` is declared `noreturn`, but it can return
}
_Noreturn void spin(void) {
    for (;;)
        ;
}
