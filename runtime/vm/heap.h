// heap.h: the memory of a session's program. One reserved address range, cut into units
// of 4 KiB.
//
//     | unit 0 | run of 4 units: blocks of 48 bytes | large run | free run | untouched |
//       unused   ^first                                                     ^top
//
// Blocks up to HEAP_SMALL_MAX come from runs of one size class, larger ones are runs of
// their own. Free runs are kept in bins by size and joined with their neighbours. Memory
// of large free runs goes back to the OS (heap_purge).
#ifndef VM_HEAP_H
#define VM_HEAP_H

#include "base/mem.h"
#include <stdbool.h>
#include <stdint.h>

#define HEAP_UNIT_BYTES 4096u
#define HEAP_SMALL_MAX  8192u
#define HEAP_FINE_MAX   256u // blocks up to here come in all multiples of 16 bytes
#define HEAP_CLASSES    36
#define HEAP_BINS       24

typedef struct HeapRun HeapRun;

typedef struct Heap {
    char *base;                     // of the reserved range
    HeapRun *runs;                  // one entry a unit
    uint32_t units;                 // reserved
    uint32_t top;                   // first unit never used: zero, not resident
    uint32_t partial[HEAP_CLASSES]; // runs with a free block, by class; 0: none
    uint32_t bins[HEAP_BINS];       // free runs, by the logarithm of their length
    uint64_t used_bytes;            // in blocks handed out
    uint64_t limit_bytes;           // for used_bytes
    uint64_t dirty_bytes;           // in free runs that may be resident
    uint64_t allocated_bytes;       // ever: what the collector paces itself by
} Heap;

// Reserves address space for limit_bytes of blocks (four times that against
// fragmentation; less where the system refuses, and then the limit is less as well).
// False when there is next to none.
NODISCARD bool heap_init(Heap *heap, uint64_t limit_bytes);
void heap_deinit(Heap *heap);
// 16-byte aligned. NULL beyond the limit. zeroed: the bytes are 0, else anything.
void *heap_alloc(Heap *heap, uint64_t size_bytes, bool zeroed);
void heap_free(Heap *heap, void *block); // NULL is fine
// Bytes of the block, at least what was asked for.
uint64_t heap_block_bytes(const Heap *heap, const void *block);
// Bytes of the block that heap_alloc would give.
uint64_t heap_class_bytes(uint64_t size_bytes);
static inline uint64_t heap_round_up(uint64_t size_bytes) {
    return size_bytes > HEAP_FINE_MAX ? heap_class_bytes(size_bytes)
                                      : (size_bytes + (size_bytes == 0) + 15) & ~15ull;
}
// Grows or shrinks a block where it stands; false: it cannot.
NODISCARD bool heap_resize(Heap *heap, void *block, uint64_t size_bytes);
// Gives the memory of free runs back to the OS.
void heap_purge(Heap *heap);
// Walks everything and asserts that it is consistent (stress builds, tests).
void heap_check(const Heap *heap);

#endif
