// Pointers: arithmetic, pointers to pointers, arrays of strings, const.
#include <stdio.h>
#include <string.h>

static void month_day(int year, int yearday, int *pmonth, int *pday) {
    static const char daytab[2][13] = {{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31},
                                       {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}};
    int i, leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    for (i = 1; yearday > daytab[leap][i]; i++)
        yearday -= daytab[leap][i];
    *pmonth = i;
    *pday = yearday;
}

static void set(const char **where, const char *what) {
    *where = what;
}

int main(void) {
    int m, d;
    month_day(2024, 60, &m, &d);
    printf("%d %d\n", m, d);
    int a[5] = {10, 20, 30, 40, 50};
    int *p = a + 1, *q = &a[4];
    printf("%d %d %td %d\n", *p, p[2], q - p, *(q - 1));
    const char *s = "none";
    set(&s, "some");
    printf("%s %c %c\n", s, s[1], *(s + 3));
    char *names[] = {"Illegal", "Jan", "Feb", NULL};
    for (char **n = names; *n; n++)
        printf("%s:%zu ", *n, strlen(*n));
    printf("\n");
    int grid[3][4] = {{0}};
    int(*row)[4] = grid;
    for (int i = 0; i < 12; i++)
        row[i / 4][i % 4] = i;
    printf("%d %d %zu\n", grid[2][3], *(*(grid + 1) + 2), sizeof grid / sizeof *grid);
    void *v = &a[2];
    printf("%d\n", *(int *)v);
    for (int *end = a + 5, *at = a; at < end; at += 2)
        printf("%d ", *at);
    printf("\n");
    return 0;
}

// expect: 2 29
// expect: 20 40 3 40
// expect: some o e
// expect: Illegal:7 Jan:3 Feb:3 
// expect: 11 6 3
// expect: 30
// expect: 10 30 50 
