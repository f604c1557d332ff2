// Reading input: words, lines, characters. stdin follows.
#include <stdio.h>
#include <string.h>

int main(void) {
    int a, b;
    char word[20], line[80];
    if (scanf("%d %d", &a, &b) == 2)
        printf("sum %d\n", a + b);
    if (scanf("%19s", word) == 1)
        printf("word %s\n", word);
    int c = getchar();
    printf("%d\n", c == '\n');
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        int words = 0, in = 0;
        for (char *p = line; *p; p++) {
            if (*p == ' ')
                in = 0;
            else if (!in)
                in = 1, words++;
        }
        printf("%zu characters, %d words\n", strlen(line), words);
    }
    printf("%d\n", feof(stdin) != 0);
    return 0;
}
// stdin: 40 2
// stdin: hello
// stdin: the quick brown fox
// stdin: jumps

// expect: sum 42
// expect: word hello
// expect: 1
// expect: 19 characters, 4 words
// expect: 5 characters, 1 words
// expect: 1
