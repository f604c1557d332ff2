// The comment has swallowed the end of main, which is not missed. What stands before it is checked.
int one(void) {
    return undeclared; // error: unknown name `undeclared`
}
int main(void) {
    one();
    /* to be continued // error: this comment is never closed
    return 0;
}
