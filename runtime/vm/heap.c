// heap.c: size classes over runs of units; see the picture in heap.h.
//
// What enters is a size, what leaves is a block that never moves. Always holds: the first
// and last unit of every run say what the run is (so that a neighbour can be joined by
// looking one unit to either side); a run is in `partial` exactly when it is small and
// has a free block; a free run is in the bin of its length; used_bytes is the sum of the
// blocks handed out.
//
// The heap has no lock: a session belongs to one thread. It knows nothing of objects;
// object.c gives blocks names. Read gc.c next.
#include "vm/heap.h"

#include <assert.h>
#include <string.h>
#include <sys/mman.h>

typedef enum RunState { RUN_NONE, RUN_FREE, RUN_SMALL, RUN_LARGE, RUN_INSIDE } RunState;

struct HeapRun {
    uint32_t units;      // length; valid at the first and last unit
    uint32_t next, prev; // in a bin or in partial; 0: none
    uint32_t first;      // unit where the run begins (small runs: in every unit)
    uint32_t free_head;  // newest freed block: its grain + 1; 0: none. A freed block
                         // holds the next one's
    uint16_t blocks;     // that fit in
    uint16_t used;       // blocks handed out
    uint16_t fresh;      // blocks that were never used: numbers from here on
    uint8_t state;       // RunState
    uint8_t size_class;
    bool is_dirty; // free run: may hold old bytes
};

// Free runs above this are worth a system call; below it the next allocation wants them
// anyway.
#define PURGE_DIRTY_BYTES   ((uint64_t)32 << 20)
#define SMALLEST_HEAP_BYTES ((uint64_t)1 << 20)
// Small blocks are cleared whether asked or not: it costs less than a branch that is
// missed.
#define ALWAYS_ZERO_BYTES 256u

// 16, 32, ... 256, where fibers are, then four classes to each doubling: at most a
// quarter of a block is waste.
#define FINE_CLASSES (HEAP_FINE_MAX / 16)
// Blocks begin at multiples of this: no division finds a block's place in its run.
#define GRAIN_BYTES 16u
static uint32_t class_of(uint64_t size_bytes) {
    assert(size_bytes <= HEAP_SMALL_MAX);
    if (size_bytes <= FINE_CLASSES * 16)
        return size_bytes ? (uint32_t)(size_bytes + 15) / 16 - 1 : 0;
    uint32_t shift = 63 - (uint32_t)__builtin_clzll(size_bytes - 1);
    return FINE_CLASSES + (shift - 8) * 4 +
           ((uint32_t)((size_bytes - 1) >> (shift - 2)) - 4);
}

static uint32_t class_bytes(uint32_t size_class) {
    if (size_class < FINE_CLASSES)
        return (size_class + 1) * 16;
    uint32_t above = size_class - FINE_CLASSES;
    return (5 + above % 4) << (above / 4 + 6);
}

// Runs are long enough that a block's share of the last, cut-off one stays small.
static uint32_t class_units(uint32_t size_class) {
    uint32_t bytes = class_bytes(size_class);
    return bytes <= 512 ? 4 : bytes <= 2048 ? 8 : 16;
}

static uint32_t class_blocks(uint32_t size_class) {
    return class_units(size_class) * HEAP_UNIT_BYTES / class_bytes(size_class);
}

static uint32_t unit_of(const Heap *heap, const void *block) {
    assert((const char *)block > heap->base);
    uint64_t unit = (uint64_t)((const char *)block - heap->base) / HEAP_UNIT_BYTES;
    assert(unit < heap->top);
    return (uint32_t)unit;
}

static char *unit_address(const Heap *heap, uint32_t unit) {
    return heap->base + (uint64_t)unit * HEAP_UNIT_BYTES;
}

static void *reserve(uint64_t size_bytes) {
    void *p = mmap(NULL, size_bytes, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

bool heap_init(Heap *heap, uint64_t limit_bytes) {
    memset(heap, 0, sizeof *heap);
    heap->limit_bytes = limit_bytes;
    for (uint64_t want = limit_bytes * 4; want >= SMALLEST_HEAP_BYTES; want /= 2) {
        uint64_t units = want / HEAP_UNIT_BYTES + 1;
        heap->base = reserve(units * HEAP_UNIT_BYTES);
        heap->runs = reserve(units * sizeof(HeapRun));
        if (heap->base && heap->runs) {
            heap->units = (uint32_t)units;
            heap->top = 1;
            if (want < limit_bytes) // a ulimit -v: the program gets what there is
                heap->limit_bytes = want;
            return true;
        }
        if (heap->base)
            munmap(heap->base, units * HEAP_UNIT_BYTES);
        if (heap->runs)
            munmap(heap->runs, units * sizeof(HeapRun));
    }
    return false;
}

void heap_deinit(Heap *heap) {
    if (!heap->units)
        return;
    munmap(heap->base, (uint64_t)heap->units * HEAP_UNIT_BYTES);
    munmap(heap->runs, (uint64_t)heap->units * sizeof(HeapRun));
    memset(heap, 0, sizeof *heap);
}

// ---- lists of runs

// Lists are linked through the first unit's entry; unit 0 is never used, so 0 ends them.
static void list_push(Heap *heap, uint32_t *head, uint32_t unit) {
    HeapRun *run = &heap->runs[unit];
    run->prev = 0;
    run->next = *head;
    if (*head)
        heap->runs[*head].prev = unit;
    *head = unit;
}

static void list_remove(Heap *heap, uint32_t *head, uint32_t unit) {
    HeapRun *run = &heap->runs[unit];
    if (run->prev)
        heap->runs[run->prev].next = run->next;
    else {
        assert(*head == unit);
        *head = run->next;
    }
    if (run->next)
        heap->runs[run->next].prev = run->prev;
    run->next = run->prev = 0;
}

// ---- runs of units

static uint32_t bin_of(uint32_t units) {
    uint32_t bin = 31 - (uint32_t)__builtin_clz(units);
    return bin < HEAP_BINS ? bin : HEAP_BINS - 1;
}

// Writes what the run is at both its ends.
static void run_set(Heap *heap, uint32_t unit, uint32_t units, RunState state) {
    assert(units > 0);
    HeapRun *first = &heap->runs[unit];
    HeapRun *last = &heap->runs[unit + units - 1];
    last->units = first->units = units;
    last->first = first->first = unit;
    last->state = state == RUN_FREE ? RUN_FREE : RUN_INSIDE;
    first->state = (uint8_t)state;
}

static void run_make_free(Heap *heap, uint32_t unit, uint32_t units, bool is_dirty) {
    run_set(heap, unit, units, RUN_FREE);
    heap->runs[unit].is_dirty = is_dirty;
    if (is_dirty)
        heap->dirty_bytes += (uint64_t)units * HEAP_UNIT_BYTES;
    list_push(heap, &heap->bins[bin_of(units)], unit);
}

static void run_unlink_free(Heap *heap, uint32_t unit) {
    HeapRun *run = &heap->runs[unit];
    assert(run->state == RUN_FREE);
    if (run->is_dirty)
        heap->dirty_bytes -= (uint64_t)run->units * HEAP_UNIT_BYTES;
    list_remove(heap, &heap->bins[bin_of(run->units)], unit);
}

// The first free run that is long enough: in its own bin a few are tried, in a larger bin
// any will do.
static uint32_t run_find(const Heap *heap, uint32_t units) {
    uint32_t bin = bin_of(units);
    uint32_t tries = 64;
    for (uint32_t at = heap->bins[bin]; at && tries--; at = heap->runs[at].next) {
        if (heap->runs[at].units >= units)
            return at;
    }
    for (bin++; bin < HEAP_BINS; bin++) {
        for (uint32_t at = heap->bins[bin]; at; at = heap->runs[at].next) {
            if (heap->runs[at].units >= units)
                return at;
        }
    }
    return 0;
}

// A run of `units`, 0 when there is no room. *is_dirty: it may hold old bytes.
static uint32_t run_take(Heap *heap, uint32_t units, RunState state, bool *is_dirty) {
    uint32_t unit = run_find(heap, units);
    if (unit) {
        uint32_t have = heap->runs[unit].units;
        *is_dirty = heap->runs[unit].is_dirty;
        run_unlink_free(heap, unit);
        if (have > units)
            run_make_free(heap, unit + units, have - units, *is_dirty);
    } else {
        if (units > heap->units - heap->top)
            return 0;
        unit = heap->top;
        heap->top += units;
        *is_dirty = false;
    }
    run_set(heap, unit, units, state);
    return unit;
}

// Gives a run back and joins it with free neighbours, so that two free runs never touch.
static void run_give(Heap *heap, uint32_t unit) {
    uint32_t units = heap->runs[unit].units;
    uint32_t after = unit + units;
    if (after < heap->top && heap->runs[after].state == RUN_FREE) {
        units += heap->runs[after].units;
        run_unlink_free(heap, after);
    }
    if (unit > 1 && heap->runs[unit - 1].state == RUN_FREE) {
        uint32_t before = heap->runs[unit - 1].first;
        units += heap->runs[before].units;
        run_unlink_free(heap, before);
        unit = before;
    }
    run_make_free(heap, unit, units, true);
    if (heap->dirty_bytes > PURGE_DIRTY_BYTES + heap->used_bytes / 8)
        heap_purge(heap);
}

void heap_purge(Heap *heap) {
    for (uint32_t bin = 4; bin < HEAP_BINS; bin++) {
        for (uint32_t at = heap->bins[bin]; at; at = heap->runs[at].next) {
            HeapRun *run = &heap->runs[at];
            if (!run->is_dirty)
                continue;
            uint64_t bytes = (uint64_t)run->units * HEAP_UNIT_BYTES;
            // After this the pages read as zero (private anonymous memory). If the kernel
            // refuses, they stay dirty.
            if (madvise(unit_address(heap, at), bytes, MADV_DONTNEED) == 0) {
                run->is_dirty = false;
                heap->dirty_bytes -= bytes;
            }
        }
    }
}

// ---- small blocks

// Every unit knows the run's first one: a block may begin in any of them.
static uint32_t small_run_new(Heap *heap, uint32_t size_class) {
    bool is_dirty;
    uint32_t units = class_units(size_class);
    uint32_t unit = run_take(heap, units, RUN_SMALL, &is_dirty);
    if (!unit)
        return 0;
    for (uint32_t i = 0; i < units; i++) {
        heap->runs[unit + i].first = unit;
        heap->runs[unit + i].state = i ? RUN_INSIDE : RUN_SMALL;
    }
    HeapRun *run = &heap->runs[unit];
    run->size_class = (uint8_t)size_class;
    run->blocks = (uint16_t)class_blocks(size_class);
    run->used = run->fresh = 0;
    run->free_head = 0;
    list_push(heap, &heap->partial[size_class], unit);
    return unit;
}

// The newest freed block first (it is in the cache), else the next that was never used.
static void *small_alloc(Heap *heap, uint32_t size_class) {
    uint32_t unit = heap->partial[size_class];
    if (UNLIKELY(!unit)) {
        unit = small_run_new(heap, size_class);
        if (!unit)
            return NULL;
    }
    HeapRun *run = &heap->runs[unit];
    uint32_t bytes = class_bytes(size_class);
    char *block;
    if (run->free_head) {
        block = unit_address(heap, unit) + (uint64_t)(run->free_head - 1) * GRAIN_BYTES;
        memcpy(&run->free_head, block, sizeof run->free_head);
    } else {
        assert(run->fresh < run->blocks);
        block = unit_address(heap, unit) + (uint64_t)run->fresh++ * bytes;
    }
    run->used++;
    if (!run->free_head && run->fresh == run->blocks)
        list_remove(heap, &heap->partial[size_class], unit);
    return block;
}

static void small_free(Heap *heap, uint32_t unit, char *block) {
    HeapRun *run = &heap->runs[unit];
    uint32_t offset = (uint32_t)(block - unit_address(heap, unit));
    assert(run->used > 0);
    assert(offset % GRAIN_BYTES == 0);
    bool was_full = !run->free_head && run->fresh == run->blocks;
    memcpy(block, &run->free_head, sizeof run->free_head);
    run->free_head = offset / GRAIN_BYTES + 1;
    run->used--;
    uint32_t *head = &heap->partial[run->size_class];
    if (was_full)
        list_push(heap, head, unit);
    // The last run of a class is kept: a program that allocates and frees one block must
    // not map memory each time.
    if (run->used == 0 && (run->next || run->prev)) {
        list_remove(heap, head, unit);
        run_give(heap, unit);
    }
}

// ---- blocks

void *heap_alloc(Heap *heap, uint64_t size_bytes, bool zeroed) {
    if (size_bytes <= HEAP_SMALL_MAX) {
        uint32_t size_class = class_of(size_bytes);
        uint32_t bytes = class_bytes(size_class);
        if (heap->used_bytes + bytes > heap->limit_bytes)
            return NULL;
        char *block = small_alloc(heap, size_class);
        if (!block)
            return NULL;
        heap->used_bytes += bytes;
        heap->allocated_bytes += bytes;
        if (zeroed || bytes <= ALWAYS_ZERO_BYTES)
            memset(block, 0, bytes);
        return block;
    }
    if (size_bytes > heap->limit_bytes)
        return NULL;
    uint64_t units = (size_bytes + HEAP_UNIT_BYTES - 1) / HEAP_UNIT_BYTES;
    uint64_t bytes = units * HEAP_UNIT_BYTES;
    if (heap->used_bytes + bytes > heap->limit_bytes)
        return NULL;
    bool is_dirty;
    uint32_t unit = run_take(heap, (uint32_t)units, RUN_LARGE, &is_dirty);
    if (!unit)
        return NULL;
    heap->used_bytes += bytes;
    heap->allocated_bytes += bytes;
    if (zeroed && is_dirty)
        memset(unit_address(heap, unit), 0, bytes);
    return unit_address(heap, unit);
}

void heap_free(Heap *heap, void *block) {
    if (!block)
        return;
    uint32_t unit = heap->runs[unit_of(heap, block)].first;
    HeapRun *run = &heap->runs[unit];
    if (LIKELY(run->state == RUN_SMALL)) {
        heap->used_bytes -= class_bytes(run->size_class);
        small_free(heap, unit, block);
    } else {
        assert(run->state == RUN_LARGE);
        assert(unit_address(heap, unit) == block);
        heap->used_bytes -= (uint64_t)run->units * HEAP_UNIT_BYTES;
        run_give(heap, unit);
    }
}

uint64_t heap_class_bytes(uint64_t size_bytes) {
    if (size_bytes <= HEAP_SMALL_MAX)
        return class_bytes(class_of(size_bytes));
    return (size_bytes + HEAP_UNIT_BYTES - 1) / HEAP_UNIT_BYTES * HEAP_UNIT_BYTES;
}

uint64_t heap_block_bytes(const Heap *heap, const void *block) {
    const HeapRun *run = &heap->runs[heap->runs[unit_of(heap, block)].first];
    if (run->state == RUN_SMALL)
        return class_bytes(run->size_class);
    assert(run->state == RUN_LARGE);
    return (uint64_t)run->units * HEAP_UNIT_BYTES;
}

bool heap_resize(Heap *heap, void *block, uint64_t size_bytes) {
    uint64_t have = heap_block_bytes(heap, block);
    if (have <= HEAP_SMALL_MAX)
        return size_bytes <= HEAP_SMALL_MAX && class_bytes(class_of(size_bytes)) == have;
    if (size_bytes <= HEAP_SMALL_MAX || size_bytes > heap->limit_bytes)
        return false;
    uint32_t unit = unit_of(heap, block);
    uint32_t old_units = heap->runs[unit].units;
    uint32_t units = (uint32_t)((size_bytes + HEAP_UNIT_BYTES - 1) / HEAP_UNIT_BYTES);
    if (units == old_units)
        return true;
    if (units < old_units) {
        run_set(heap, unit + units, old_units - units, RUN_LARGE);
        run_set(heap, unit, units, RUN_LARGE);
        heap->used_bytes -= (uint64_t)(old_units - units) * HEAP_UNIT_BYTES;
        run_give(heap, unit + units);
        return true;
    }
    uint32_t extra = units - old_units;
    uint32_t after = unit + old_units;
    if (heap->used_bytes + (uint64_t)extra * HEAP_UNIT_BYTES > heap->limit_bytes)
        return false;
    if (after < heap->top) {
        if (heap->runs[after].state != RUN_FREE || heap->runs[after].units < extra)
            return false;
        uint32_t free_units = heap->runs[after].units;
        bool is_dirty = heap->runs[after].is_dirty;
        run_unlink_free(heap, after);
        if (free_units > extra)
            run_make_free(heap, after + extra, free_units - extra, is_dirty);
    } else {
        if (extra > heap->units - heap->top)
            return false;
        heap->top += extra;
    }
    run_set(heap, unit, units, RUN_LARGE);
    heap->used_bytes += (uint64_t)extra * HEAP_UNIT_BYTES;
    heap->allocated_bytes += (uint64_t)extra * HEAP_UNIT_BYTES;
    return true;
}

void heap_check(const Heap *heap) {
    uint64_t used = 0, dirty = 0;
    bool after_free = false;
    for (uint32_t unit = 1; unit < heap->top;) {
        const HeapRun *run = &heap->runs[unit];
        assert(run->units > 0 && unit + run->units <= heap->top);
        assert(heap->runs[unit + run->units - 1].units == run->units);
        assert(heap->runs[unit + run->units - 1].first == unit);
        if (run->state == RUN_FREE) {
            assert(!after_free); // else they should have been joined
            dirty += run->is_dirty ? (uint64_t)run->units * HEAP_UNIT_BYTES : 0;
        } else if (run->state == RUN_SMALL) {
            assert(run->used <= run->fresh);
            used += (uint64_t)run->used * class_bytes(run->size_class);
        } else {
            assert(run->state == RUN_LARGE);
            used += (uint64_t)run->units * HEAP_UNIT_BYTES;
        }
        after_free = run->state == RUN_FREE;
        unit += run->units;
    }
    assert(used == heap->used_bytes);
    assert(dirty == heap->dirty_bytes);
}
