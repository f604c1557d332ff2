int main(void) {
    for (int i = 0; i < 3; i++) {
        int last = i;
        (void)last;
    }
    return i + // error: this `i` ended with its block
           last; // error: this `last` ended with its block
}
int other(void) {
    return lst; // error: unknown name `lst`
}
