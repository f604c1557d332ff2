// gc.c: the collector: a conservative mark and sweep over object ids.
//
// Two things need it. What became unreachable is reclaimed (handles, boxes, and malloc'ed
// blocks that nobody can free any more). And an id whose 63 generations are used up may
// be used again only when no word anywhere still looks like a pointer to it.
//
// Colours are one bit an id: white (not seen), marked. Marked ids that were not scanned
// yet are on gc.stack. The roots are the session's globals, functions' and strings' ids
// (never collected), whatever the host marks (mark_roots: loop/'s tasks and futures, with
// fiber_mark), the fiber that runs, and the error on its way. A word is a pointer when
// its generation is the one its index has now: there is no type information in registers,
// so every word is looked at, and a number that looks like a pointer keeps an object
// alive. What can't be a pointer is rejected by one compare: small integers have
// generation 0, doubles have indices beyond the table's end.
//
// It runs at safepoints only, where every value of the language is in a register slot or
// an object: at a back edge, a call, after a native, or inside an instruction that
// allocates. Natives never see an object vanish.
//
// Pace: the next collection is due when as much was allocated as was live after this one
// (at least FIRST_BYTES), when the ids have doubled, or when the quarantine is large
// against what there is to mark.
#include "vm/gc.h"

#include "vm/frame.h"
#include <assert.h>

// What is left lying longer than this has fallen out of the cache when it is used again.
#define FIRST_BYTES      ((uint64_t)4 << 20)
#define FIRST_IDS        (1u << 20)
#define FIRST_QUARANTINE (1u << 16)
#define MAX_LEAK_SITES   256u
// Marked roots that may wait to be scanned.
#define MAX_WAITING 4096u

void gc_init(VM *vm) {
    vm->gc.next_at_bytes = FIRST_BYTES;
    vm->gc.next_at_ids = FIRST_IDS;
    vm->gc.quarantine_max = FIRST_QUARANTINE;
}

void gc_deinit(VM *vm) {
    mem_free(vm->gc.marks);
    vec_free(vm->gc.stack);
    vec_free(vm->gc.leaks);
}

void gc_request(VM *vm) {
    atomic_fetch_or_explicit(&vm->now.poke, POKE_COLLECT, memory_order_relaxed);
}

// ---------------------------------------------------------------- mark

bool gc_is_marked(const VM *vm, uint32_t index) {
    return vm->gc.marks[index / 64] >> (index % 64) & 1;
}

// The one test that everything goes through: registers, memory, handles of the host.
static void mark_word(VM *vm, uint64_t word) {
    uint32_t index = ptr_index(word);
    if (index >= vm->objects.next || ptr_generation(word) == 0 || index == 0)
        return;
    uint64_t bit = (uint64_t)1 << (index % 64);
    if (vm->gc.marks[index / 64] & bit)
        return;
    if (object_is_live(&vm->objects, word)) {
        vm->gc.marks[index / 64] |= bit;
        vec_push(vm->gc.stack, index);
    } else if (vm->objects.hot[index].base == 0) {
        vm->gc.marks[index / 64] |= bit; // a stale pointer into the quarantine: it waits
    }
}

// Elements that are no pointers whatever their bits are. Characters may be: programs copy
// structs through char arrays.
static bool is_pointer_free(const Layout *layout) {
    while (layout && layout->kind == LAY_ARRAY)
        layout = layout->base;
    if (!layout)
        return false;
    bool is_small_int = (layout->kind == LAY_INT || layout->kind == LAY_UINT ||
                         layout->kind == LAY_ENUM) &&
                        layout->size_bytes > 1 && layout->size_bytes < 8;
    return is_small_int || layout->kind == LAY_FLOAT || layout->kind == LAY_DOUBLE;
}

// Pointers stand at multiples of 8; a tail of less than a word cannot hold one.
static void scan_memory(VM *vm, uint32_t index) {
    const ObjCold *cold = &vm->objects.cold[index];
    if (is_pointer_free(object_layout(cold)))
        return;
    const uint64_t *words =
        (const uint64_t *)(const void *)object_base(&vm->objects, index);
    for (uint32_t i = 0; i < cold->size_bytes / sizeof(uint64_t); i++)
        mark_word(vm, words[i]);
}

// What an object refers to, by its kind. Fibers mark their own slots (frame.c).
static void scan(VM *vm, uint32_t index) {
    const ObjCold *cold = &vm->objects.cold[index];
    void *base = object_base(&vm->objects, index);
    switch (object_kind(&vm->objects, index)) {
    case OBJ_HEAP:
    case OBJ_LOCAL:
    case OBJ_GLOBAL:
    case OBJ_BOX:
        scan_memory(vm, index);
        break;
    case OBJ_CORO:
    case OBJ_GEN: {
        Coro *coro = base;
        for (uint32_t i = 0; coro->state == CORO_NEW && i < coro->arg_count; i++)
            mark_word(vm, coro->args[i].u);
        fiber_mark(vm, coro->fiber);
        break;
    }
    case OBJ_TASK:
    case OBJ_FUTURE: {
        const Future *future = base;
        if (future->state != FUTURE_PENDING)
            mark_word(vm, future->result.u);
        break;
    }
    case OBJ_NATIVE:
        if (cold->what.native_class->trace)
            cold->what.native_class->trace(vm, base);
        break;
    case OBJ_ERROR: {
        const ErrorObj *error = base;
        mark_word(vm, error->name_text);
        mark_word(vm, error->message_text);
        break;
    }
    case OBJ_STRING:
    case OBJ_FUNC:
    case OBJ_FREE:
        break;
    }
}

static void drain(VM *vm) {
    vm->gc.is_draining = true;
    while (vm->gc.stack.count)
        scan(vm, vm->gc.stack.data[--vm->gc.stack.count]);
    vm->gc.is_draining = false;
}

// Roots come by the million: they are scanned while they come.
void vm_mark(VM *vm, Value value) {
    assert(vm->gc.is_marking);
    mark_word(vm, value.u);
    if (vm->gc.stack.count > MAX_WAITING && !vm->gc.is_draining)
        drain(vm);
}

void gc_mark_all(VM *vm) {
    assert(!vm->gc.is_marking);
    vm->gc.is_marking = true;
    uint32_t words = vm->objects.next / 64 + 1;
    if (words > vm->gc.mark_words) {
        mem_free(vm->gc.marks);
        vm->gc.marks = mem_alloc(words * sizeof(uint64_t));
        vm->gc.mark_words = words;
    } else {
        memset(vm->gc.marks, 0, vm->gc.mark_words * sizeof(uint64_t));
    }
    for (uint32_t i = 0; i < vm->global_list.count; i++)
        mark_word(vm, vm->global_list.data[i].p);
    if (vm->trap)
        mark_word(vm, vm->trap->self);
    if (vm->awaited)
        mark_word(vm, vm->awaited->self);
    mark_word(vm, vm->result.u);
    if (vm->now.task)
        fiber_mark(vm, vm->now.task);
    if (vm->config.mark_roots)
        vm->config.mark_roots(vm->config.host, vm);
    drain(vm);
}

void gc_mark_end(VM *vm) {
    assert(vm->gc.stack.count == 0);
    vm->gc.is_marking = false;
}

// ---------------------------------------------------------------- sweep

// Summed up by place: a loop that leaks is one line of a report.
static void record_leak(VM *vm, const ObjCold *cold) {
    for (uint32_t i = 0; i < vm->gc.leaks.count; i++) {
        LeakSite *leak = &vm->gc.leaks.data[i];
        if (leak->where.source == cold->born.source &&
            leak->where.begin == cold->born.begin) {
            leak->count++;
            leak->bytes += cold->size_bytes;
            return;
        }
    }
    if (vm->gc.leaks.count < MAX_LEAK_SITES)
        vec_push(
            vm->gc.leaks,
            ((LeakSite){.where = cold->born, .count = 1, .bytes = cold->size_bytes}));
    else
        vm->gc.leaks_dropped++;
}

static bool is_collectible(ObjKind kind) {
    const uint32_t kinds = 1u << OBJ_HEAP | 1u << OBJ_BOX | 1u << OBJ_CORO |
                           1u << OBJ_TASK | 1u << OBJ_FUTURE | 1u << OBJ_GEN |
                           1u << OBJ_ERROR | 1u << OBJ_NATIVE;
    return kinds >> kind & 1;
}

// Ends an object that nothing refers to any more, after those who want to know were told.
COLD static void reclaim(VM *vm, uint32_t index) {
    ObjCold *cold = &vm->objects.cold[index];
    ObjKind kind = object_kind(&vm->objects, index);
    if (kind == OBJ_HEAP)
        record_leak(vm, cold);
    if (kind == OBJ_CORO) {
        const Coro *coro = (const Coro *)(void *)object_base(&vm->objects, index);
        if (coro->state == CORO_NEW && !coro->is_excused && vm->config.never_awaited)
            vm->config.never_awaited(vm->config.host, coro);
    }
    if (object_has_cold(kind))
        cold->died = (Span){0};
    vm_object_destroy(vm, index);
    if (object_has_cold(kind))
        cold->flags |= OF_RECLAIMED;
}

// The same for those that come by the million.
static inline void reclaim_future(VM *vm, uint32_t index) {
    Future *future = (Future *)(void *)object_base(&vm->objects, index);
    object_release_handle(&vm->objects, index);
    if (LIKELY(vm->config.finalize_task))
        vm->config.finalize_task(vm->config.host, future); // frees the memory
}

static bool keep_quarantined(void *ctx, uint32_t index) {
    return gc_is_marked(ctx, index);
}

// A word of marks at a time: what is not marked, if it lives, is unreachable.
static void sweep(VM *vm) {
    uint32_t end = vm->objects.next;
    object_unquarantine(&vm->objects, keep_quarantined, vm);
    for (uint32_t first = 0; first < end; first += 64) {
        for (uint64_t white = ~vm->gc.marks[first / 64]; white; white &= white - 1) {
            uint32_t i = first + (uint32_t)__builtin_ctzll(white);
            if (UNLIKELY(i >= end))
                break;
            ObjKind kind = object_kind(&vm->objects, i);
            if (LIKELY(kind == OBJ_TASK || kind == OBJ_FUTURE))
                reclaim_future(vm, i);
            else if (is_collectible(kind))
                reclaim(vm, i);
        }
    }
}

void vm_collect(VM *vm) {
    atomic_fetch_and_explicit(&vm->now.poke, ~(uint32_t)POKE_COLLECT,
                              memory_order_relaxed);
    vm->now.was_busy = true;
    gc_mark_all(vm);
    sweep(vm);
    gc_mark_end(vm);
    vm->gc.count++;
    uint64_t live = vm_used_bytes(vm);
    vm->gc.ended_at_bytes = vm->heap.allocated_bytes;
    vm->gc.next_at_bytes =
        vm->heap.allocated_bytes + (live > FIRST_BYTES ? live : FIRST_BYTES);
    uint32_t ids = vm->objects.live_count;
    vm->gc.next_at_ids = ids > FIRST_IDS / 2 ? ids * 2 : FIRST_IDS;
    // The marks that a quarantine costs grow with what is live; so does the quarantine
    // that is let grow.
    uint64_t room = FIRST_QUARANTINE + live / 256 + ids / 4;
    vm->gc.quarantine_max = vm->objects.quarantine.count +
                            (uint32_t)(room < FIRST_IDS * 8ull ? room : FIRST_IDS * 8ull);
#ifdef CORA_STRESS_GC
    gc_check(vm);
#endif
}

void vm_make_room(VM *vm, uint64_t size_bytes) {
    const Heap *heap = &vm->heap;
    bool has_room = heap->used_bytes + size_bytes <= heap->limit_bytes;
    uint64_t little = heap->limit_bytes / 64;
    if (LIKELY(has_room) ||
        (vm->gc.is_tight && heap->allocated_bytes - vm->gc.ended_at_bytes < little))
        return;
    vm_collect(vm);
    vm->gc.is_tight = heap->used_bytes + size_bytes + little > heap->limit_bytes;
}

// ---------------------------------------------------------------- reports

void vm_each_leak(VM *vm,
                  void (*visit)(void *ctx, Span where, uint64_t count, uint64_t bytes),
                  void *ctx) {
    for (uint32_t i = 0; i < vm->gc.leaks.count; i++)
        visit(ctx, vm->gc.leaks.data[i].where, vm->gc.leaks.data[i].count,
              vm->gc.leaks.data[i].bytes);
}

void vm_each_heap_object(VM *vm,
                         void (*visit)(void *ctx, Ptr p, uint64_t size_bytes, Span where,
                                       bool reachable),
                         void *ctx) {
    gc_mark_all(vm);
    gc_mark_end(vm);
    for (uint32_t i = 1; i < vm->objects.next; i++) {
        const ObjCold *cold = &vm->objects.cold[i];
        if (object_kind(&vm->objects, i) == OBJ_HEAP)
            visit(ctx, object_ptr(&vm->objects, i), cold->size_bytes, cold->born,
                  gc_is_marked(vm, i));
    }
}
