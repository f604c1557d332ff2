// A weak function that nobody defined.
extern int missing(int) __attribute__((weak));
int main(void) {
    return missing(3); // trap: null
}
