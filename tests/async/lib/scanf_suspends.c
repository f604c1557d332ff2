// Under await, scanf and fgets suspend this task only; the rest of a line stays for the next call.
// stdin: 4
// stdin: 5 six
// stdin: a line
#include <stdio.h>
async int add(void) {
    int a, b;
    int n = await scanf("%d %d", &a, &b);
    printf("%d numbers\n", n); // expect: 2 numbers
    return a + b;
}
async int main(void) {
    task(int) sum = spawn add();
    printf("sum %d\n", await sum); // expect: sum 9
    char word[8], line[20];
    await scanf("%7s", word);
    puts(word); // expect: six
    printf("%d\n", await getchar()); // expect: 10
    await fgets(line, sizeof line, stdin);
    fputs(line, stdout); // expect: a line
    printf("%d\n", await getchar()); // expect: -1
    return 0;
}
