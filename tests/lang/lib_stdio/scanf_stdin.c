// stdin: 3
// stdin: 10 20
// stdin: 30
// stdin: hello world
// stdin: last line
#include <stdio.h>
int main(void) {
    int n, sum = 0, x;
    scanf("%d", &n);
    for (int i = 0; i < n; i++) {
        scanf("%d", &x);
        sum += x;
    }
    printf("%d numbers, sum %d\n", n, sum);
    char word[20], line[40];
    scanf("%19s", word);
    printf("[%s]\n", word);
    int c = getchar();
    printf("[%c]\n", c);
    fgets(line, sizeof line, stdin);
    printf("[%s", line);
    puts("]");
    printf("%s", fgets(line, 5, stdin));
    puts("");
    ungetc('!', stdin);
    printf("[%c]\n", getchar());
    fgets(line, sizeof line, stdin);
    printf("%s", line);
    printf("%d %d\n", getchar(), feof(stdin) != 0);
    printf("%d\n", scanf("%d", &x));
    return 0;
}
// expect: 3 numbers, sum 60
// expect: [hello]
// expect: [ ]
// expect: [world
// expect: ]
// expect: last
// expect: [!]
// expect:  line
// expect: -1 0
// expect: -1
