_Noreturn void fail(int code) { // warning: `fail` is declared `noreturn`, but it can return
    if (code > 1)
        for (;;)
            ;
} // trap: NoReturn: `fail` returns, but is declared `noreturn`

int main(void) {
    fail(1);
}
