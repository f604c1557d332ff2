// C17 7.22.4.3, 7.22.4.7: quick_exit has functions of its own.
void never(void) { puts("atexit"); }
void first(void) { puts("first"); }
void last(void) { puts("last"); }
int main(void) {
    atexit(never);
    printf("%d\n", at_quick_exit(first)); // expect: 0
    at_quick_exit(last);
    quick_exit(4);
    // expect: last
    // expect: first
    // exit: 4
}
