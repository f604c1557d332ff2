// Unsigned arithmetic and random access: counting numbers in a table with open addresses.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct entry {
    uint32_t key;
    uint32_t count;
};

struct table {
    struct entry *entries;
    uint32_t capacity; // a power of two
    uint32_t used;
};

static uint32_t mix(uint32_t x) {
    x ^= x >> 16;
    x *= 0x45d9f3bu;
    x ^= x >> 16;
    x *= 0x45d9f3bu;
    return x ^ x >> 16;
}

static struct entry *find(struct table *t, uint32_t key) {
    uint32_t i = mix(key) & (t->capacity - 1);
    while (t->entries[i].count && t->entries[i].key != key) {
        i = (i + 1) & (t->capacity - 1);
    }
    return &t->entries[i];
}

static void grow(struct table *t) {
    struct table bigger = {calloc(t->capacity * 2, sizeof(struct entry)), t->capacity * 2,
                           t->used};
    for (uint32_t i = 0; i < t->capacity; i++) {
        if (t->entries[i].count) {
            *find(&bigger, t->entries[i].key) = t->entries[i];
        }
    }
    free(t->entries);
    *t = bigger;
}

int main(void) {
    struct table t = {calloc(64, sizeof(struct entry)), 64, 0};
    uint32_t x = 12345, most = 0;
    for (int i = 0; i < 3000000; i++) {
        x = x * 1664525u + 1013904223u;
        struct entry *e = find(&t, x >> 14);
        if (e->count == 0) {
            if (4 * ++t.used > 3 * t.capacity) {
                grow(&t);
                e = find(&t, x >> 14);
            }
            e->key = x >> 14;
        }
        e->count++;
        most = e->count > most ? e->count : most;
    }
    printf("%u %u\n", t.used, most);
    free(t.entries);
    return 0;
}
