// A row of a VLA is held to its own length, not only to the whole object.
int main(void) {
    int n = 3, j = 3;
    int a[n][n];
    memset(a, 0, sizeof a);
    a[0][2] = 1;
    int *end = a[0] + n;
    return a[0][j] + *end; // trap: IndexError: index 3 (`j`) is past the end of the array, which has elements 0..2
}
