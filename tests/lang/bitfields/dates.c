#include <stdio.h>

struct date { unsigned day : 5, month : 4, year : 12; };
static struct date next(struct date d) {
    if (++d.day > 30) {
        d.day = 1;
        if (++d.month > 12) {
            d.month = 1;
            d.year++;
        }
    }
    return d;
}
static struct date dates[2] = {{30, 12, 1999}, {1, 2, 2024}};

int main(void) {
    struct date d = next(dates[0]);
    printf("%d-%d-%d\n", d.year, d.month, d.day); // expect: 2000-1-1
    d = next(dates[1]);
    printf("%d-%d-%d\n", d.year, d.month, d.day); // expect: 2024-2-2
    dates[0].year |= 32;
    printf("%d\n", dates[0].year); // expect: 2031
    d.day <<= 4;
    printf("%d\n", d.day); // expect: 0
    return 0;
}
