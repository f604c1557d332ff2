// cell.c: see cell.h. Ids count up from 1, so a ring indexed by the id needs no search.
#include "cell.h"

#include <assert.h>
#include <stdlib.h>

enum { FIRST_CAPACITY = 64 };

// Doubles the ring. While it grows no id has reached the capacity, so none changes place.
static void grow(Cells *cells) {
    size_t capacity = cells->capacity ? cells->capacity * 2 : FIRST_CAPACITY;
    Cell *ring = bytes_alloc(capacity * sizeof *ring);
    if (cells->capacity > 0) {
        memcpy(ring, cells->ring, cells->capacity * sizeof *ring);
    }
    free(cells->ring);
    cells->ring = ring;
    cells->capacity = capacity;
}

Cell *cells_add(Cells *cells, Origin *origin) {
    CoraCellId id = ++cells->last_id;
    if (id >= cells->capacity && cells->capacity < CELLS_MAX) {
        grow(cells);
    }
    Cell *cell = &cells->ring[id % cells->capacity];
    assert(cell->id == 0 || cell->id + cells->capacity == id);
    origin_drop(&cell->origin);
    *cell = (Cell){.id = id, .origin = origin_share(origin)};
    return cell;
}

Cell *cells_find(Cells *cells, CoraCellId id) {
    if (id != 0 && cells->capacity > 0 && cells->ring[id % cells->capacity].id == id) {
        return &cells->ring[id % cells->capacity];
    }
    return &cells->orphan;
}

void cells_deinit(Cells *cells) {
    for (size_t i = 0; i < cells->capacity; i++) {
        origin_drop(&cells->ring[i].origin);
    }
    free(cells->ring);
    *cells = (Cells){0};
}
