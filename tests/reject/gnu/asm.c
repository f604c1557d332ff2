int main(void) {
    int x = 1;
    __asm__("" : "=r"(x) : "r"(x)); // an empty template is fine
    __asm__ volatile("nop"); // error: inline assembly is not part of this language
    asm("mov %0, 1" : "=r"(x)); // error: inline assembly is not part of this language
    return x;
}
