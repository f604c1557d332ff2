int main(void) {
    unsigned x = 0;
    return __builtin_clz(x); // trap: ValueError: __builtin_clz(0)
}
