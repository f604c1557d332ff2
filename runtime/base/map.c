// map.c: open addressing with linear probing and backward-shift deletion, so there are no
// tombstones and a map that lives as long as a session does not silt up.
//
// What always holds: capacity is 0 or a power of two, at most three quarters are used,
// and between a key's home slot and its slot there is no empty one. The order of map_each
// is that of the slots; it depends on the keys alone and is the same on every run for
// ids, not for pointers.
#include "base/map.h"

#include "base/mem.h"

#include <assert.h>

struct MapSlot {
    uint64_t key;
    uint64_t value;
    bool used;
};

// Fibonacci hashing, high bits folded down: ids come in sequence and pointers in steps
// of 16.
static uint32_t home_of(const Map *map, uint64_t key) {
    uint64_t hash = key * 0x9E3779B97F4A7C15u;
    return (uint32_t)(hash >> 32) & (map->capacity - 1);
}

// The key's slot, or the empty slot where it belongs.
static struct MapSlot *find(const Map *map, uint64_t key) {
    assert(map->capacity && (map->capacity & (map->capacity - 1)) == 0);
    uint32_t i = home_of(map, key);
    while (map->slots[i].used && map->slots[i].key != key)
        i = (i + 1) & (map->capacity - 1);
    return &map->slots[i];
}

bool map_get(const Map *map, uint64_t key, uint64_t *value) {
    if (map->count == 0)
        return false;
    const struct MapSlot *slot = find(map, key);
    if (!slot->used)
        return false;
    *value = slot->value;
    return true;
}

// Keys are put anew: their slots depend on the capacity.
static void grow(Map *map) {
    Map grown = {.capacity = map->capacity ? map->capacity * 2 : 16, .count = map->count};
    assert(grown.capacity > map->capacity);
    grown.slots = mem_alloc(grown.capacity * sizeof *grown.slots);
    for (uint32_t i = 0; i < map->capacity; i++)
        if (map->slots[i].used)
            *find(&grown, map->slots[i].key) = map->slots[i];
    mem_free(map->slots);
    *map = grown;
}

// Three quarters full is where linear probing begins to get slow.
void map_put(Map *map, uint64_t key, uint64_t value) {
    if (map->count >= map->capacity / 4 * 3)
        grow(map);
    struct MapSlot *slot = find(map, key);
    if (!slot->used)
        map->count++;
    *slot = (struct MapSlot){key, value, true};
}

// The entries behind the hole move up as far as their homes allow, until an empty slot
// ends the run.
bool map_remove(Map *map, uint64_t key) {
    if (map->count == 0)
        return false;
    struct MapSlot *slot = find(map, key);
    if (!slot->used)
        return false;
    uint32_t mask = map->capacity - 1;
    uint32_t hole = (uint32_t)(slot - map->slots);
    for (uint32_t i = (hole + 1) & mask; map->slots[i].used; i = (i + 1) & mask) {
        // The entry may fill the hole if its home is not cyclically within (hole, i].
        uint32_t home = home_of(map, map->slots[i].key);
        if (((i - home) & mask) >= ((i - hole) & mask)) {
            map->slots[hole] = map->slots[i];
            hole = i;
        }
    }
    map->slots[hole] = (struct MapSlot){0};
    map->count--;
    return true;
}

void map_each(const Map *map, void (*visit)(void *ctx, uint64_t key, uint64_t value),
              void *ctx) {
    for (uint32_t i = 0; i < map->capacity; i++)
        if (map->slots[i].used)
            visit(ctx, map->slots[i].key, map->slots[i].value);
}

void map_deinit(Map *map) {
    mem_free(map->slots);
    *map = (Map){0};
}
