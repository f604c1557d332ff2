// What stands beside a const member may be written, in every way; memory of malloc has no declared type, so that it may
// be given its values at all; a variable without an initialiser likewise.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct item {
    int count;
    const int id;
    struct {
        const char *text;
        char copy[8];
    } name;
    const unsigned kind : 3;
    unsigned flags : 5;
};

union view {
    const int whole;
    unsigned char bytes[4];
};

static void use(struct item *item) {
    item->count++;
    item->name.text = "used";
    strcpy(item->name.copy, "copy");
    memset(item->name.copy + 1, 'x', 2);
    item->flags = 9;
}

int main(void) {
    struct item first = {1, 7, {"one", ""}, 2, 3}, all[3] = {[1] = {.id = 5}};
    use(&first);
    for (int i = 0; i < 3; i++)
        use(&all[i]);
    printf("%d %d %s %s %d %d\n", first.count, first.id, first.name.text, first.name.copy, first.kind, first.flags);
    // expect: 2 7 used cxxy 2 9
    printf("%d %d %s\n", all[1].count, all[1].id, all[2].name.copy); // expect: 1 5 cxxy

    struct item *block = malloc(sizeof *block), empty;
    memcpy(block, &first, sizeof first);
    *(int *)&block->id = 8;
    memcpy(&empty, block, sizeof empty);
    printf("%d %d\n", empty.id, empty.count); // expect: 8 2
    free(block);

    union view view = {1};
    view.bytes[1] = 1;
    printf("%d\n", view.whole); // expect: 257

    for (int i = 0; i < 2; i++) {
        const struct item fixed = {i, i + 1};
        struct item *p = i ? &first : &all[0];
        p->count = fixed.id;
    }
    printf("%d %d\n", first.count, all[0].count); // expect: 2 1
    int turns = 0;
again:;
    const int turn[2] = {turns, turns * 2};
    const int *literal = (const int[]){turns};
    if (turns++ < 2)
        goto again;
    printf("%d %d\n", turn[1], *literal); // expect: 4 2
    return 0;
}
