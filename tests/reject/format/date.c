#include <time.h>
int main(void) {
    char text[100];
    time_t now = 0;
    struct tm *date = gmtime(&now);
    strftime(text, sizeof text, "%Q", date);       // warning: `%Q` is no directive of dates
    strftime(text, sizeof text, "%Y-%m-%", date);  // warning: `%` is no directive of dates
    strftime(text, sizeof text, "%Ed %H", date);   // warning: `%Ed` is no directive of dates
    strftime(text, sizeof text, "%a %A %b %B %c %C %d %D %e %F %g %G %h %H %I %j %m %M %n %p %r %R %S %t %T %u", date);
    strftime(text, sizeof text, "%U %V %w %W %x %X %y %Y %z %Z %% %Ey %Od %-d %_5e %s", date);
    return 0;
}
