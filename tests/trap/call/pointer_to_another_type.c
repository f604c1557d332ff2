// An `int *` is no `char *`: only void and characters are interchangeable.
static int first(int *p) {
    return *p;
}
int main(void) {
    char text[8] = "abcdefg";
    int (*wrong)(char *) = (int (*)(char *))first;
    return wrong(text); // trap: call through the wrong type: `first` is `int (int *p)`
}
