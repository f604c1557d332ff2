static int sum(int n, const int a[static n]) { // trap: `static` asks for an array of at least 3 elements, but the one that is passed has 2
    int total = 0;
    for (int i = 0; i < n; i++)
        total += a[i];
    return total;
}

int main(void) {
    int three[3] = {1, 2, 3};
    if (sum(3, three) != 6)
        return 1;
    return sum(3, three + 1);
}
