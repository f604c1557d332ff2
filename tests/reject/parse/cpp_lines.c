int main(void) {
    cout << "x" << endl; // error: `cout` is not C: write `printf`
    cin >> x; // error: as in `scanf("%d", &x);`
    vector<int> v; // error: `vector<...>` is not C: it has no templates
    int *p = new int[5]; // error: `new` is not C: objects come from `malloc`
    If (p) // error: unknown word `If`
        return 1;
    return 0;
}
