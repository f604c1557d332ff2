// A FILE over an array: reads, writes, appends, and the end that the array sets.
#include <errno.h>
#include <stdio.h>
#include <string.h>
int main(void) {
    char a[8], line[20];
    int n = 0;
    strcpy(a, "12 abc");
    FILE *f = fmemopen(a, strlen(a), "r");
    int got = fscanf(f, "%d %s", &n, line), c = fgetc(f);
    printf("%d %d %s %d %d\n", got, n, line, c, feof(f) != 0); // expect: 2 12 abc -1 1
    printf("%d\n", fputc('x', f));                         // expect: -1
    rewind(f);
    ungetc('9', f);
    printf("%s\n", fgets(line, sizeof line, f));           // expect: 912 abc
    printf("%d\n", fseek(f, 7, SEEK_SET));                 // expect: -1
    printf("%d ", fseek(f, -3, SEEK_END));
    printf("%c ", fgetc(f));
    printf("%d\n", fclose(f));                             // expect: 0 a 0

    // Written: a zero behind it as long as there is room; too much is told by fflush.
    memset(a, '#', sizeof a);
    f = fmemopen(a, sizeof a, "w");
    fputs("abc", f);
    fflush(f);
    printf("%s %c\n", a, a[4]);                            // expect: abc #
    fputs("defghijk", f);
    errno = 0;
    printf("%d ", fflush(f));
    printf("%d\n", errno == ENOSPC);                       // expect: -1 1
    fclose(f);
    printf("%s\n", a);                                     // expect: abcdefg
    f = fmemopen(a, sizeof a, "w");
    setbuf(f, NULL);
    fputc('q', f);
    printf("%s\n", a);                                     // expect: q
    fclose(f);

    // Bytes that are no text need no zero.
    memset(a, '#', sizeof a);
    f = fmemopen(a, sizeof a, "wb");
    fwrite("a\0b", 1, 3, f);
    fwrite("\0", 1, 1, f);
    fclose(f);
    printf("%d %c %d %c\n", a[1], a[2], a[3], a[4]);       // expect: 0 b 0 #

    // Appended behind the first zero; read from the beginning.
    strcpy(a, "abc");
    f = fmemopen(a, sizeof a, "a+");
    printf("%ld\n", ftell(f));                             // expect: 3
    fputs("de", f);
    rewind(f);
    printf("%s\n", fgets(line, sizeof line, f));           // expect: abcde
    fclose(f);
    f = fmemopen(a, sizeof a, "r+");
    fputc('X', f);
    fclose(f);
    printf("%s\n", a);                                     // expect: Xbcde

    // An array of the stream's own; one of no bytes; a mode that is none.
    f = fmemopen(NULL, 16, "w+");
    fputs("own", f);
    rewind(f);
    printf("%s\n", fgets(line, sizeof line, f));           // expect: own
    fclose(f);
    f = fmemopen(a, 0, "r");
    printf("%d\n", fgetc(f));                              // expect: -1
    fclose(f);
    f = fmemopen(a, 4, "z");
    printf("%d %d\n", f == NULL, errno == EINVAL);         // expect: 1 1

    // What nobody has written is not read, as long as nobody asks for it.
    char partly[100];
    strcpy(partly, "one\ntwo\n");
    f = fmemopen(partly, sizeof partly, "r");
    fgets(line, sizeof line, f);
    printf("%s", fgets(line, sizeof line, f));             // expect: two
    fclose(f);

    // A file in its place.
    f = fmemopen(a, sizeof a, "w");
    fputs("last", f);
    f = freopen("/dev/null", "r", f);
    printf("%s %d\n", a, fgetc(f));                        // expect: last -1
    fclose(f);
    return 0;
}
