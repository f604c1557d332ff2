#include <stdio.h>
int main(void) {
    char name[L_tmpnam], word[20];
    tmpnam(name);
    freopen(name, "w", stdout);
    printf("into the file %d\n", 1);
    puts("and more");
    fclose(stdout);
    freopen(name, "r", stdin);
    scanf("%*s %*s %19s", word);
    fprintf(stderr, "%s\n", word); // stderr: file
    fgets(word, sizeof word, stdin);
    fprintf(stderr, "[%s]\n", word); // stderr: [ 1
    while (getchar() != EOF)
        ;
    fprintf(stderr, "%d %d\n", feof(stdin) != 0, remove(name)); // stderr: 1 0
    return 0;
}
