struct S {
    int x, y;
};
int main(void) {
    struct S s;
    s.x = 1;
    return s.x + s.y; // trap: Uninitialised: read of member `y` of `struct S s`, which has no value yet
}
