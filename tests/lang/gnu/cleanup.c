// GNU's cleanup: a function is called with the variable's address when its block ends.
void gone(int *x) { printf("gone %d\n", *x); }
void release(char **text) { printf("free %s\n", *text); free(*text); }

int early(int n) {
    int a __attribute__((cleanup(gone))) = n, b = 0;
    if (n > 1)
        return a++ + b;
    __attribute__((__cleanup__(gone))) int c = 7;
    return c;
}

int main(void) {
    {
        char *s __attribute__((cleanup(release))) = strdup("text");
        int x __attribute__((cleanup(gone))) = 3;
        x++;
        puts("in"); // expect: in
        // expect: gone 4
        // expect: free text
    }
    printf("%d\n", early(2));
    // expect: gone 3
    // expect: 2
    printf("%d\n", early(1));
    // expect: gone 7
    // expect: gone 1
    // expect: 7
    for (int i = 0; i < 2; i++) {
        int z __attribute__((cleanup(gone))) = i;
        if (i == 0)
            continue; // expect: gone 0
        goto out; // expect: gone 1
    }
out:
    return 0;
}
