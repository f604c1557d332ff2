// Words that begin a statement elsewhere.
int main(void) {
    int x = 1;
    assert x == 1, "no"; // error: `assert` is not C: it is a call: its condition stands in parentheses
    global y; // error: `global` is not C: a variable outside of all functions is known in them
    z: int = 3; // error: `int` can't stand here: the type stands in front of the name: `int z = ...`
    return x;
}
public static int twice(int x) { return 2 * x; } // error: `public` is not C: everything is public
