// The bracket beside the right one on the keyboard is read as the right one.
static int at(int *a, int n] { // error: expected `)` before `]`
    return a[n); // error: expected `]` before `)`
}
int main(void) {
    int a[2] = {1, 2};
    if (at(a, 1}) return 1; // error: expected `)` before `}`
    printf("%d\n", at(a; 1)); // error: expected `,` between arguments, but found `;`
    printf("%d\n", at(a, 1 ])); // error: `]` stands here without a matching `[` before it
    for (int i = 0; i < 2; i++} // error: expected `)` before `}`
        puts("x");
    return 0;
) // error: expected `}` before `)`
