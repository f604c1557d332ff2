#include <stdio.h>
#include <wchar.h>
int main(void) {
    char unterminated[3] = {'a', 'b', 'c'};
    const char *nothing = NULL;
    printf("[%s] [%10s] [%-10s] [%.2s] [%10.2s]\n", "hello", "hello", "hello", "hello", "hello");
    printf("[%.3s] [%.*s]\n", unterminated, 2, unterminated);
    printf("[%s] [%.0s] [%5s]\n", "", "x", "");
    printf("[%s] [%10s]\n", nothing, nothing);
    printf("[%p] [%10p]\n", (void *)0, (void *)0);
    printf("[%ls] [%lc]\n", L"wide", L'w');
    printf("%s %s %s\n", "one", "two", "three");
    printf("tab\there\n");
    puts("puts adds a newline");
    fputs("fputs does not\n", stdout);
    fprintf(stdout, "%s-%d\n", "fprintf", 1);
    return 0;
}
// expect: [hello] [     hello] [hello     ] [he] [        he]
// expect: [abc] [ab]
// expect: [] [] [     ]
// expect: [(null)] [    (null)]
// expect: [(nil)] [     (nil)]
// expect: [wide] [w]
// expect: one two three
// expect: tab	here
// expect: puts adds a newline
// expect: fputs does not
// expect: fprintf-1
