// What a date knows of its zone: tm_gmtoff and tm_zone, %z and %Z.
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
static void show(const struct tm *date) {
    char text[100];
    strftime(text, sizeof text, "%H:%M %z %Z", date);
    printf("%s %ld %s\n", text, date->tm_gmtoff, date->tm_zone);
}
int main(void) {
    time_t t = 1700000000;
    setenv("TZ", "EST5EDT,M3.2.0,M11.1.0", 1);
    show(localtime(&t)); // expect: 17:13 -0500 EST -18000 EST
    show(gmtime(&t));    // expect: 22:13 +0000 GMT 0 GMT
    struct tm date = {.tm_year = 124, .tm_mon = 6, .tm_mday = 1, .tm_hour = 12, .tm_isdst = -1};
    mktime(&date);
    show(&date);         // expect: 12:00 -0400 EDT -14400 EDT
    setenv("TZ", "<+0330>-3:30", 1);
    show(localtime(&t)); // expect: 01:43 +0330 +0330 12600 +0330

    // A date of the C standard's fields alone is a local one.
    struct tm plain;
    plain.tm_sec = plain.tm_min = plain.tm_hour = plain.tm_mon = plain.tm_wday = plain.tm_yday = plain.tm_isdst = 0;
    plain.tm_mday = 1;
    plain.tm_year = 100;
    char text[100];
    strftime(text, sizeof text, "%F %z %Z", &plain);
    puts(text);          // expect: 2000-01-01 +0330 +0330

    // One that no time_t can hold is left as it is.
    date.tm_year = INT_MAX;
    date.tm_mon = 12;
    errno = 0;
    printf("%d ", mktime(&date) == -1);
    printf("%d %d\n", errno == EOVERFLOW, date.tm_mon); // expect: 1 1 12
    date.tm_year = 8100;
    date.tm_mon = date.tm_wday = 0;
    printf("%s", asctime(&date));                       // expect: Sun Jan  1 12:00:00 10000
    printf("%g\n", difftime(LONG_MAX, LONG_MIN));       // expect: 1.84467e+19
    return 0;
}
