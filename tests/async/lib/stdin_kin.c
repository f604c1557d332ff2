// Everything that reads stdin suspends under await: characters, lines of any length, blocks. Others run meanwhile.
// stdin: ab
// stdin: a longer line
// stdin: gone
// stdin: 12345
// stdin: last
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int turns;
async void others(void) {
    for (;; turns++)
        await sleep(0);
}

async int main(void) {
    task(void) t = spawn others();
    printf("%c", await getc(stdin));
    printf("%c\n", await fgetc(stdin)); // expect: ab
    char *line = NULL;
    size_t size = 0;
    char text[20] = "";
    long length = await getline(&line, &size, stdin);
    printf("%ld\n", length); // expect: 1
    length = await getline(&line, &size, stdin);
    printf("%ld %s", length, line); // expect: 14 a longer line
    printf("%zu", await fread(text, 1, 5, stdin));
    printf(" %.5s", text); // expect: 5 gone
    await fread(text, 1, 6, stdin);
    printf("%.6s", text); // expect: 12345
    deadline (10) {
        await fgets(text, sizeof text, stdin);
        printf("%s", text); // expect: last
        printf("%d\n", await fgets(text, sizeof text, stdin) == NULL); // expect: 1
    }
    cancel(t);
    printf("%d\n", turns > 0); // expect: 1
    free(line);
    return 0;
}
