#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
static void show(long result) {
    if (result < 0)
        printf("%s\n", errno == EBADF ? "EBADF" : errno == ENOENT ? "ENOENT" : "?");
    else
        printf("%ld\n", result);
}
int main(void) {
    char path[L_tmpnam], text[20] = {0};
    tmpnam(path);
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL, 0600);
    show(fd);                              // expect: 3
    show(write(fd, "hello world", 11));    // expect: 11
    show(lseek(fd, -5, SEEK_END));         // expect: 6
    show(read(fd, text, sizeof text - 1)); // expect: 5
    puts(text);                            // expect: world
    show(read(fd, text, 1));               // expect: 0
    int other = open(path, O_RDONLY);
    show(other);             // expect: 4
    show(close(fd));         // expect: 0
    show(write(fd, "x", 1)); // expect: EBADF
    show(close(fd));         // expect: EBADF
    fd = creat(path, 0600);
    show(fd); // expect: 3
    // The lowest free number, and the file is empty now.
    show(read(other, text, 4)); // expect: 0
    close(other);
    close(fd);
    unlink(path);
    show(open(path, O_RDONLY)); // expect: ENOENT
    show(read(100, text, 1));   // expect: EBADF
    show(write(1, "direct\n", 7)); // expect: direct
    // expect: 7
}
