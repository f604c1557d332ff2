int main(void) {
    int x = 1, int y = 2; // error: the type of a declaration stands once, in front
    return x + y;
}
