// strptime is strftime backwards.
int main(void) {
    struct tm date = {0};
    const char *text = "2024-02-29 12:30 rest";
    char *end = strptime(text, "%Y-%m-%d %H:%M", &date);
    printf("%d %d %d %d:%d%s\n", date.tm_year, date.tm_mon, date.tm_mday, date.tm_hour, date.tm_min, end); // expect: 124 1 29 12:30 rest
    printf("%d\n", strptime("soon", "%Y", &date) == NULL); // expect: 1
}
