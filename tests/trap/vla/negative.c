// note: ask for the size before: `if (n > 0)`
int main(void) {
    int n = -1;
    int a[n]; // trap: VlaSize: the size of `a` is negative
    return (int)sizeof a;
}
