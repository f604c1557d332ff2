// The call's word is the mistake, and its `;` is told with it.
int main(void) {
    int x = 1;
    print(x) // error: `print` is not C: write `printf`, and `;` behind the call
    return 0;
}
