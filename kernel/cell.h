// cell.h: remembers for each execution where its output belongs.
//
// A task that a cell made may print long after the cell has gone idle and while other
// cells run; what it prints carries the CoraCellId, and here is the request header that
// goes with it. Headers are small, so all are kept, up to CELLS_MAX; then the oldest is
// forgotten, and what its tasks still print goes out without a parent header.
//
// Protocol thread only.
#ifndef KERNEL_CELL_H
#define KERNEL_CELL_H

#include "cora.h"
#include "msg.h"

enum { CELLS_MAX = 65536 };

// The beginning of a UTF-8 sequence whose other bytes have not been printed yet.
typedef struct Tail {
    char bytes[4];
    size_t size;
} Tail;

typedef struct Cell {
    CoraCellId id; // 0: free
    Origin *origin;
    bool is_silent; // nothing it prints or shows is published
    int count;      // its execution count
    Tail tails[2];  // of stdout and stderr
} Cell;

typedef struct Cells {
    Cell *ring; // index: id modulo capacity
    size_t capacity;
    CoraCellId last_id;
    Cell orphan; // stands for every cell that is not known any more
} Cells;

// A new entry with a new id. Shares `origin`. Borrowed, until the next call.
Cell *cells_add(Cells *cells, Origin *origin);

// The entry of `id`; when it is not known any more, one with id 0 and no origin.
Cell *cells_find(Cells *cells, CoraCellId id);

void cells_deinit(Cells *cells);

#endif
