// machine.h: what the files of this room share: the VM itself. Private; the door is vm.h.
#ifndef VM_MACHINE_H
#define VM_MACHINE_H

#include "base/map.h"
#include "vm/heap.h"
#include "vm/native.h"
#include "vm/object.h"
#include <assert.h>

// Reasons to look up at the next safepoint.
enum { POKE_INTERRUPT = 1, POKE_COLLECT = 2 };

// Safepoints between two looks at the pokes and the budget: microseconds, so that nobody
// notices, and enough that the countdown is all a back edge pays.
#define SAFEPOINT_SLICE 1024

typedef struct LinkedProto {
    const Proto *proto; // of a cell's body: an allocated block with all that is in it
    uint64_t *k;        // allocated block: the Proto, then the constants
} LinkedProto;

typedef struct VmGlobal {
    Ptr p;
    char *address;
    uint32_t size_bytes;
} VmGlobal;

// Malloc'ed memory that was reclaimed, by place.
typedef struct LeakSite {
    Span where;
    uint64_t count, bytes;
} LeakSite;

typedef struct Collector {
    uint64_t *marks; // a bit an object id
    uint32_t mark_words;
    VEC(uint32_t) stack; // marked, not yet scanned
    bool is_marking, is_draining;
    uint64_t next_at_bytes;  // heap.allocated_bytes at which the next one is due
    uint64_t ended_at_bytes; // heap.allocated_bytes when the last one ended
    bool is_tight;           // the last vm_make_room left little room
    uint32_t next_at_ids;    // live ids
    uint32_t quarantine_max; // ids in quarantine
    uint64_t count;
    VEC(LeakSite) leaks;
    uint64_t leaks_dropped;
} Collector;

// vm_where is asked at every malloc: the last answers are kept.
#define WHERE_CACHE 64
typedef struct WhereEntry {
    const Insn *pc;
    Span span;
} WhereEntry;

// Blocks of ended fibers, by their size in steps of 16 bytes.
#define FIBER_SPARE_MAX HEAP_FINE_MAX
typedef struct FiberBlock {
    struct FiberBlock *next;
} FiberBlock;
typedef struct FiberSpare {
    FiberBlock *first[FIBER_SPARE_MAX / 16 + 1];
    uint32_t bytes; // in all of them
} FiberSpare;

struct VM {
    VmNow now; // first: vm.h
    ObjTable objects;
    _Atomic uint32_t running; // inside vm_run
    uint64_t budget;          // of each task that vm_run runs; 0: no limit
    uint64_t budget_left;     // of the one that runs
    int rounding; // FE_*: of the program's floating point, in force inside vm_run only
    const NativeDef *native; // that is running, or NULL
    ErrorObj *trap;          // set, not yet on its way
    Future *awaited;
    Value result; // of the fiber that ended
    Heap heap;
    FiberSpare spare;
    VmConfig config;
    Map fns;     // id -> Fn *
    Map globals; // id -> index + 1 in global_list
    VEC(VmGlobal) global_list;
    VEC(LinkedProto) protos;
    Collector gc;
    uint32_t unstarted; // coroutine objects in state CORO_NEW
#ifdef CORA_STRESS_FAIL
    uint64_t allocation_count; // made by programs
#endif
    uint64_t locals_bytes;
    uint64_t jump_serial;         // of the newest setjmp
    const Proto *end_proto;       // bottom of every fiber, see frame.h
    const Proto *await_proto;     // between an awaiter and the coroutine it runs
    const Proto *undefined_proto; // of functions that are declared only
    WhereEntry where_cache[WHERE_CACHE];
};

static_assert(offsetof(struct VM, now) == 0, "vm_now takes a VM for its beginning");

// What a slow instruction leaves behind.
typedef enum Step {
    STEP_NEXT, // go on: the fiber's saved state is where
    STEP_TRAP, // vm->trap is set
    STEP_STOP  // vm_run ends; *stop says how
} Step;

// New memory for an object of the VM's own; NULL after a HEAP_LIMIT trap.
void *vm_memory(VM *vm, uint64_t size_bytes, bool zeroed);
// What programs hold of the heap: all but what ended fibers have left (frame.c).
static inline uint64_t vm_used_bytes(const VM *vm) {
    return vm->heap.used_bytes - vm->spare.bytes;
}
void fiber_blocks_free(VM *vm); // gives that back
// A new object over that memory; 0 after a trap.
Ptr vm_object(VM *vm, ObjKind kind, void *base, uint32_t size_bytes, bool is_full);
// True when enough was allocated for a collection.
static inline bool vm_wants_collection(const VM *vm) {
#ifdef CORA_STRESS_GC
    return true;
#endif
    return vm->heap.allocated_bytes >= vm->gc.next_at_bytes ||
           vm->objects.live_count >= vm->gc.next_at_ids ||
           vm->objects.quarantine.count > vm->gc.quarantine_max;
}
// Frees what belongs to the object (memory, fiber, texts), then ends it.
void vm_object_destroy(VM *vm, uint32_t index);

#endif
