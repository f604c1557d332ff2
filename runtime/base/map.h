// map.h: a hash map from a 64-bit key (an id, or a pointer cast to uintptr_t) to a 64-bit
// value.
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Map {
    struct MapSlot *slots; // open addressing; NULL until the first put
    uint32_t count;
    uint32_t capacity; // a power of two
} Map;

bool map_get(const Map *map, uint64_t key,
             uint64_t *value); // value untouched when absent
void map_put(Map *map, uint64_t key, uint64_t value);
bool map_remove(Map *map, uint64_t key);
void map_each(const Map *map, void (*visit)(void *ctx, uint64_t key, uint64_t value),
              void *ctx);
void map_deinit(Map *map);

#endif
