// POSIX: a directive may say which argument it prints. The checker took them for unknown.
int main(void) {
    printf("%2$s %1$d\n", 5, "five");             // expect: five 5
    printf("%1$d %1$x %1$o\n", 64);               // expect: 64 40 100
    printf("%3$*1$.*2$f|\n", 8, 2, 3.14159);      // expect:     3.14|
    printf("%2$-*1$d|%3$s\n", 4, 7, "end");       // expect: 7   |end
    const char *kept = "%2$c%1$c\n";
    printf(kept, 'a', 'b');                       // expect: ba
    return 0;
}
