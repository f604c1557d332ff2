struct unknown;
int f(int n) {
    int a[3];
    return sizeof(struct unknown) // error: `sizeof` of `struct unknown`
           + sizeof(void)         // error: `sizeof` of `void`
           + sizeof f             // error: `sizeof` of `int (int n)`
           + countof(n)           // error: `countof` needs an array
           + sizeof a + countof(a);
}
