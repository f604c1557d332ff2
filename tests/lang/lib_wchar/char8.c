// C23's char8_t: a text byte by byte, each character checked before its first one.
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <uchar.h>
int main(void) {
    const char *s = "aé€😀";
    size_t n = strlen(s) + 1, at = 0;
    mbstate_t in = {0}, out = {0};
    char back[20];
    char8_t unit;
    for (size_t used; (used = mbrtoc8(&unit, s, n, &in)) != 0;) {
        if (used != (size_t)-3)
            s += used, n -= used;
        size_t written = c8rtomb(back + at, unit, &out);
        printf("%zd:%02x:%zd%c", (ssize_t)used, unit, (ssize_t)written, n > 1 || at + written < 10 ? ' ' : '\n');
        at += written;
    }
    // expect: 1:61:1 2:c3:0 -3:a9:2 3:e2:0 -3:82:0 -3:ac:3 4:f0:0 -3:9f:0 -3:98:0 -3:80:4
    printf("%.*s %d\n", (int)at, back, mbsinit(&in));                 // expect: aé€😀 1
    size_t cut = mbrtoc8(&unit, "\xe2\x82", 2, &in), rest = mbrtoc8(&unit, "\xac", 1, &in);
    printf("%zd %zd %02x\n", (ssize_t)cut, (ssize_t)rest, unit);        // expect: -2 1 e2
    memset(&in, 0, sizeof in);
    size_t wrong = mbrtoc8(&unit, "\xc3(", 2, &in);
    printf("%zd %d\n", (ssize_t)wrong, errno == EILSEQ);                // expect: -1 1
    errno = 0;
    wrong = c8rtomb(back, 0x80, &out);
    printf("%zd %d %zu\n", (ssize_t)wrong, errno == EILSEQ, c8rtomb(NULL, 0, &out)); // expect: -1 1 1
    return 0;
}
