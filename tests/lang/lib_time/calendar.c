#include <stdio.h>
#include <string.h>
#include <time.h>
int main(void) {
    time_t t = 1000000000;
    struct tm *u = gmtime(&t);
    printf("%d-%02d-%02d %02d:%02d:%02d\n", u->tm_year + 1900, u->tm_mon + 1, u->tm_mday, u->tm_hour, u->tm_min, u->tm_sec);
    printf("%d %d %d\n", u->tm_wday, u->tm_yday, u->tm_isdst);
    printf("%s", asctime(u));
    char text[64];
    printf("%zu ", strftime(text, sizeof text, "%A %d %B %Y, %H:%M:%S, day %j", u));
    printf("%s\n", text);
    printf("%zu\n", strftime(text, 5, "%Y-%m-%d", u));
    struct tm d = {.tm_year = 124, .tm_mon = 1, .tm_mday = 30, .tm_isdst = -1};
    mktime(&d);
    printf("%d %d %d\n", d.tm_mon, d.tm_mday, d.tm_wday);
    printf("%g\n", difftime(100, 40));
    printf("%ld\n", (long)CLOCKS_PER_SEC);
    printf("%d\n", time(NULL) > 1600000000 && clock() >= 0);
    return 0;
}
// expect: 2001-09-09 01:46:40
// expect: 0 251 0
// expect: Sun Sep  9 01:46:40 2001
// expect: 43 Sunday 09 September 2001, 01:46:40, day 252
// expect: 0
// expect: 2 1 5
// expect: 60
// expect: 1000000
// expect: 1
