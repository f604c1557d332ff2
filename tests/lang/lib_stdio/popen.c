// POSIX popen: a FILE that reads what a command prints, or writes what it reads.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
int main(void) {
    char line[100];
    int a = 0, b = 0;
    FILE *p = popen("echo one; echo 2 3; printf tail; exit 5", "r");
    printf("%s", fgets(line, sizeof line, p));             // expect: one
    int got = fscanf(p, "%d %d", &a, &b);
    printf("%d: %d %d\n", got, a, b);                      // expect: 2: 2 3
    int c = fgetc(p), d = fgetc(p);
    printf("%d %c\n", c, d);                               // expect: 10 t
    ungetc('T', p);
    size_t n = fread(line, 1, sizeof line, p);
    printf("%zu %.*s %d\n", n, (int)n, line, feof(p) != 0); // expect: 4 Tail 1
    printf("%d %d\n", fgetc(p), ferror(p));                // expect: -1 0
    int status = pclose(p);
    printf("%d %d\n", WIFEXITED(status), WEXITSTATUS(status)); // expect: 1 5

    // Written: it is sent by fflush or pclose; what the command prints is the cell's.
    p = popen("sort; echo done >&2", "w");
    fprintf(p, "%s\n", "pear");
    fputs("apple\n", p);
    fputc('f', p), putc('\n', p);
    fwrite("cherry\n", 1, 7, p);
    printf("%d\n", fflush(p));                             // expect: 0
    printf("%d\n", pclose(p));
    // expect: apple
    // expect: cherry
    // expect: f
    // expect: pear
    // expect: 0
    // stderr: done

    // More than a pipe holds, both ways.
    p = popen("wc -c", "w");
    for (int i = 0; i < 100000; i++)
        fprintf(p, "%09d\n", i);
    pclose(p);                                             // expect: 1000000
    p = popen("i=0; while [ $i -lt 5000 ]; do echo 0123456789012345678901234567890123456789; i=$((i+1)); done", "r");
    n = 0;
    while (fgets(line, sizeof line, p))
        n += strlen(line);
    printf("%zu %d\n", n, pclose(p));                      // expect: 205000 0
    char *all = NULL;
    size_t size = 0;
    p = popen("printf 'a:b'", "r");
    printf("%zd ", getdelim(&all, &size, ':', p));
    printf("%s\n", all);                                   // expect: 2 a:
    free(all);

    // Not read to its end: the command is told so. Ended by a signal: so says the status.
    pclose(popen("while echo y; do :; done", "r"));
    status = pclose(popen("kill -9 $$", "r"));
    printf("%d %d\n", WIFSIGNALED(status), WTERMSIG(status)); // expect: 1 9
    status = pclose(popen("this-is-no-command 2>/dev/null", "r"));
    printf("%d\n", WEXITSTATUS(status));                   // expect: 127

    // A command that takes no more.
    p = popen("exec <&-", "w");
    while (fputs("some text of a line\n", p) >= 0)
        ;
    printf("%d %d\n", errno == EPIPE, ferror(p) != 0);     // expect: 1 1
    pclose(p);
    p = popen("true", "rw");
    printf("%d %d\n", p == NULL, errno == EINVAL);         // expect: 1 1
    p = popen("true", "r");
    printf("%d %d\n", fseek(p, 0, SEEK_SET), fileno(p));   // expect: -1 -1

    // Nobody closes this one.
    popen("sleep 1000", "r");
    return 0;
}
