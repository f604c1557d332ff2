// Structs by value and by pointer, nested, in arrays; qsort and bsearch.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct date {
    int year, month, day;
};

typedef struct {
    char name[20];
    struct date born;
    double height;
} person;

static int by_name(const void *a, const void *b) {
    return strcmp(((const person *)a)->name, ((const person *)b)->name);
}

static int by_year(const void *a, const void *b) {
    const person *p = a, *q = b;
    return (p->born.year > q->born.year) - (p->born.year < q->born.year);
}

static person grow(person p, double by) {
    p.height += by;
    return p;
}

int main(void) {
    person people[] = {
        {"Zoe", {1990, 5, 17}, 1.70},
        {"Adam", {1985, 1, 2}, 1.82},
        {.name = "Mia", .height = 1.65, .born = {.year = 2001, .day = 30, .month = 12}},
    };
    size_t n = sizeof people / sizeof people[0];
    qsort(people, n, sizeof people[0], by_name);
    for (size_t i = 0; i < n; i++)
        printf("%-6s %04d-%02d-%02d %.2f\n", people[i].name, people[i].born.year, people[i].born.month,
               people[i].born.day, people[i].height);
    qsort(people, n, sizeof people[0], by_year);
    person key = {.born = {.year = 1990}};
    person *found = bsearch(&key, people, n, sizeof *people, by_year);
    printf("%s\n", found ? found->name : "nobody");
    person taller = grow(people[0], 0.1);
    printf("%.2f %.2f\n", people[0].height, taller.height);
    printf("%zu %zu\n", sizeof(struct date), sizeof(person));
    return 0;
}

// expect: Adam   1985-01-02 1.82
// expect: Mia    2001-12-30 1.65
// expect: Zoe    1990-05-17 1.70
// expect: Zoe
// expect: 1.82 1.92
// expect: 12 40
