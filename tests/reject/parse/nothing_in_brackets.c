int f(void) {
    int a[3];
    return a[]; // error: nothing stands between these brackets
}
int b = (); // error: nothing stands between these parentheses
