#include <stdio.h>
int main(void) {
    int n = 0;
    double d = 0;
    char word[20];
    scanf("%d", n);    // error: `%d` needs
    scanf("%f", &d);   // error: `%f` needs
    scanf("%d", &d);   // error: `%d` needs
    scanf("%d %lf %19s", &n, &d, word);
    return n;
}
void allocated(char **text, char *word) {
    scanf("%ms %m[a-z] %3mc", text, text, text);
    scanf("%ms", word); // error: `%ms` needs the address of a `char *`
}
