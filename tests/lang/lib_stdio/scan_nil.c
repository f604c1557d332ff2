// What %p prints, %p reads: also NULL's "(nil)".
int main(void) {
    int x;
    void *p = &x;
    char text[40];
    sprintf(text, "%p %p", NULL, (void *)&x);
    void *q = NULL;
    printf("%d\n", sscanf(text, "%p %p", &p, &q)); // expect: 2
    printf("%d %d\n", p == NULL, q == &x); // expect: 1 1
    printf("%d\n", sscanf("(nix)", "%p", &p)); // expect: 0
}
