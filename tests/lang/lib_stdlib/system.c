// C17 7.22.4.8: a command of the shell, its output between the program's, its status as of wait(2).
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
int main(void) {
    printf("before\n");              // expect: before
    int status = system("echo out"); // expect: out
    printf("%d\n", status);          // expect: 0
    status = system("echo oops >&2; exit 3");
    // stderr: oops
    printf("%d %d\n", WIFEXITED(status), WEXITSTATUS(status)); // expect: 1 3
    status = system("kill -9 $$");
    printf("%d %d\n", WIFSIGNALED(status), WTERMSIG(status)); // expect: 1 9
    printf("%d\n", system(NULL));                             // expect: 1
    printf("%d\n", WEXITSTATUS(system("this-is-no-command 2>/dev/null"))); // expect: 127
    FILE *file = tmpfile();
    fputs("no flush is needed", file);
    setenv("WORD", "seen", 1);
    system("echo $WORD"); // expect: seen
    // More than a pipe holds.
    status = system("i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789; i=$((i+1)); done | wc -c");
    // expect: 123000
}
