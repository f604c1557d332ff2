// The way to the fault is told, innermost first, with the arguments' values.
int inner(int *p, int n) {
    return p[n]; // trap: IndexError
}

// stderr: in inner(
// stderr: n=7
// stderr: called at traceback.c:11:
// stderr: n = 7
int outer(int *p) {
    return inner(p, 7);
}

int main(void) {
    int a[2] = {1, 2};
    return outer(a);
}
