// A recursion is told by its ends: the calls between are counted, not listed.
int down(int n) {
    if (n == 0)
        return 1 / n; // trap: division by zero
    return down(n - 1);
}

int main(void) {
    return down(9);
}
// stderr: in down(n=0), called at repeated_calls.c:5:12
// stderr: ... 7 more calls like this one ...
// stderr: in down(n=9), called at repeated_calls.c:9:12
