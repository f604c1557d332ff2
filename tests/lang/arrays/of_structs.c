#include <stdio.h>

struct item { char name[8]; int price; };
static struct item items[] = {{"pen", 3}, {"book", 12}, {"lamp", 40}};

int main(void) {
    int total = 0;
    for (unsigned i = 0; i < sizeof items / sizeof *items; i++)
        total += items[i].price;
    printf("%d\n", total); // expect: 55
    struct item *p = items;
    p++;
    printf("%s %d\n", p->name, (p + 1)->price); // expect: book 40
    p[1].name[0] = 'L';
    printf("%s\n", items[2].name); // expect: Lamp
    struct item swap = items[0];
    items[0] = items[2];
    items[2] = swap;
    printf("%s %s\n", items[0].name, items[2].name); // expect: Lamp pen
    printf("%td\n", &items[2] - items); // expect: 2
    for (struct item *q = items; q < items + 3; q++)
        printf("%d ", q->price);
    printf("\n"); // expect: 40 12 3 
    return 0;
}
