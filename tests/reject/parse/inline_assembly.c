int main(void) {
    __asm__("nop"); // error: inline assembly is not part of this language
    return 0;
}
