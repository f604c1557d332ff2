// The function's name was forgotten, so nothing that is called can be said to be unknown.
int (int x) { return x; } // error: can't follow

int main(void) {
    int n = "text"; // error: initialising
    return identity(n);
}
