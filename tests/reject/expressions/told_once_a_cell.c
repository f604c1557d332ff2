// One mistake, however often the name is used.
static int f(void) {
    return lenght + lenght; // error: unknown name `lenght`
}
int main(void) {
    for (int i = 0; i < lenght; i++) prin(i); // error: unknown function `prin`
    prin(lenght);
    return f();
}
