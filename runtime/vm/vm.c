// vm.c: the machine's life, and the objects that loop/ and lib/ make and look into.
//
// What enters are calls of the rooms above, between instructions or from inside a native;
// what leaves are Ptrs and machine addresses. Always holds: whoever gets 0, NULL or false
// from a function that says "after a trap" finds vm->trap set, and nothing changed.
// Nothing here collects: a native may hold Ptrs in C locals. Collections that become due
// are asked for (gc_request) and happen at the next safepoint. Read object.c for what a
// pointer is, native.c for what natives use, gc.c for when objects end.
#include "base/limits.h"
#include "vm/fault.h"
#include "vm/gc.h"
#include "vm/ops.h"
#include "vm/trap.h"

#include <assert.h>
#include <stdlib.h>

// ---------------------------------------------------------------- life

// The VM's own Protos hold one instruction behind a word that stands for the caller's
// continuation word (no flags).
static const Proto *internal_proto(const char *name, uint16_t op, uint32_t reg_count,
                                   uint64_t *block) {
    Proto *proto = mem_alloc(sizeof *proto);
    proto->name = name;
    proto->code = mem_alloc(2 * sizeof(Insn));
    proto->code[1] = op;
    proto->code_count = 2;
    proto->reg_count = reg_count;
    block[0] = (uint64_t)(uintptr_t)proto;
    proto->k = block + 1;
    return proto;
}

// The block of constants came from the caller of internal_proto, and goes with it.
static void internal_destroy(const Proto *proto) {
    uint64_t *block = proto->k - 1;
    mem_free(proto->code);
    mem_free((void *)(uintptr_t)proto);
    mem_free(block);
}

VM *vm_new(const VmConfig *config) {
    VM *vm = mem_alloc(sizeof *vm);
    vm->config = *config;
    if (!object_table_init(&vm->objects)) {
        mem_free(vm);
        return NULL;
    }
    uint64_t limit =
        config->heap_limit_bytes ? config->heap_limit_bytes : LIMIT_HEAP_BYTES;
    if (!heap_init(&vm->heap, limit)) {
        object_table_deinit(&vm->objects);
        mem_free(vm);
        return NULL;
    }
    gc_init(vm);
    vm->end_proto = internal_proto("end", OP_X_END, 1, mem_alloc(2 * sizeof(uint64_t)));
    vm->await_proto = internal_proto("await", OP_X_AWAITED, AWAIT_FRAME_BODY + 1,
                                     mem_alloc(2 * sizeof(uint64_t)));
    vm->undefined_proto =
        internal_proto("(undefined)", OP_X_UNDEFINED, 1, mem_alloc(2 * sizeof(uint64_t)));
    return vm;
}

static void free_fn(void *ctx, uint64_t id, uint64_t fn) {
    (void)ctx;
    (void)id;
    mem_free((void *)(uintptr_t)fn);
}

void vm_destroy(VM **vm_place) {
    VM *vm = *vm_place;
    if (!vm)
        return;
    *vm_place = NULL;
    assert(!vm->now.fiber);
    for (uint32_t i = 1; i < vm->objects.next; i++) {
        // Locals end with their fibers, which end with their coroutine objects (or belong
        // to loop/).
        ObjKind kind = object_kind(&vm->objects, i);
        if (kind != OBJ_FREE && kind != OBJ_LOCAL)
            vm_object_destroy(vm, i);
    }
    map_each(&vm->fns, free_fn, NULL);
    map_deinit(&vm->fns);
    map_deinit(&vm->globals);
    for (uint32_t i = 0; i < vm->protos.count; i++) {
        mem_free(vm->protos.data[i].k);
        if (vm->protos.data[i].proto->is_cell)
            mem_free((void *)(uintptr_t)vm->protos.data[i].proto);
    }
    vec_free(vm->protos);
    vec_free(vm->global_list);
    internal_destroy(vm->end_proto);
    internal_destroy(vm->await_proto);
    internal_destroy(vm->undefined_proto);
    gc_deinit(vm);
    object_table_deinit(&vm->objects);
    heap_deinit(&vm->heap);
    mem_free(vm);
}

void *vm_host(const VM *vm) {
    return vm->config.host;
}

void vm_attach(VM *vm, VmSlot slot, void *state) {
    assert(slot < VM_SLOT_COUNT);
    vm->now.attached[slot] = state;
}

Future *vm_awaited(VM *vm) {
    return vm->awaited;
}

// The only functions that another thread or a signal handler may call: one atomic
// operation each.
void vm_interrupt(VM *vm) {
    atomic_fetch_or_explicit(&vm->now.poke, POKE_INTERRUPT, memory_order_relaxed);
}

bool vm_interrupt_pending(const VM *vm) {
    return atomic_load_explicit(&vm->now.poke, memory_order_relaxed) & POKE_INTERRUPT;
}

void vm_interrupt_clear(VM *vm) {
    atomic_fetch_and_explicit(&vm->now.poke, ~(uint32_t)POKE_INTERRUPT,
                              memory_order_relaxed);
}

bool vm_is_running(const VM *vm) {
    return atomic_load_explicit(&vm->running, memory_order_relaxed) != 0;
}

Fiber *vm_current(VM *vm) {
    return vm->now.task;
}

uint32_t vm_unstarted(const VM *vm) {
    return vm->unstarted;
}

// ---------------------------------------------------------------- making and ending
// objects

// The build for `make stress`: of the allocations that a program makes while it runs, the
// one whose number the environment names fails.
#ifdef CORA_STRESS_FAIL
static bool is_to_fail(VM *vm) {
    const char *number = getenv("CORA_STRESS_FAIL");
    return number != NULL && vm_is_running(vm) &&
           ++vm->allocation_count == strtoull(number, NULL, 10);
}
#define COUNTS_TO_FAIL true
#else
#define is_to_fail(vm) false
#define COUNTS_TO_FAIL false
#endif

void *vm_memory(VM *vm, uint64_t size_bytes, bool zeroed) {
    void *block = is_to_fail(vm) ? NULL : heap_alloc(&vm->heap, size_bytes, zeroed);
    if (UNLIKELY(!block && vm->spare.bytes)) {
        fiber_blocks_free(vm);
        block = heap_alloc(&vm->heap, size_bytes, zeroed);
    }
    if (UNLIKELY(!block)) {
        vm_trap(vm, TRAP_HEAP_LIMIT,
                "out of memory: %llu bytes more would pass the limit of %llu MiB (%llu "
                "MiB are in use)",
                (unsigned long long)size_bytes,
                (unsigned long long)(vm->heap.limit_bytes >> 20),
                (unsigned long long)(vm_used_bytes(vm) >> 20));
        gc_request(vm);
        return NULL;
    }
    if (UNLIKELY(vm_wants_collection(vm)))
        gc_request(vm);
    return block;
}

void vm_open_reserve(VM *vm) {
    vm->heap.limit_bytes += LIMIT_HEAP_RESERVE_BYTES;
    vm->objects.is_reserve_open = true;
    vm->gc.is_tight = false; // whoever starts now may have let something go
}

void vm_close_reserve(VM *vm) {
    vm->heap.limit_bytes -= LIMIT_HEAP_RESERVE_BYTES;
    vm->objects.is_reserve_open = false;
}

COLD static void trap_no_ids(VM *vm) {
    vm_trap(vm, TRAP_HEAP_LIMIT, "out of object numbers: %u objects are in use",
            vm->objects.live_count);
    gc_request(vm);
}

// 0 after a trap.
static inline uint32_t take_id(VM *vm) {
    uint32_t index = is_to_fail(vm) ? 0 : object_take_id(&vm->objects, POOL_OBJECTS);
    if (UNLIKELY(!index))
        trap_no_ids(vm);
    return index;
}

Ptr vm_object(VM *vm, ObjKind kind, void *base, uint32_t size_bytes, bool is_full) {
    uint32_t index = take_id(vm);
    return index ? object_begin(&vm->objects, index, kind, base, size_bytes, is_full) : 0;
}

Ptr vm_alloc(VM *vm, ObjKind kind, uint64_t size_bytes, bool zeroed, Span span) {
    assert(kind == OBJ_HEAP || kind == OBJ_BOX);
    if (size_bytes > LIMIT_OBJECT_BYTES) {
        vm_trap(vm, TRAP_HEAP_LIMIT,
                "one object of %llu bytes is more than the limit of %u",
                (unsigned long long)size_bytes, LIMIT_OBJECT_BYTES);
        return 0;
    }
    void *block = vm_memory(vm, size_bytes, zeroed);
    if (!block)
        return 0;
    Ptr p = vm_object(vm, kind, block, (uint32_t)size_bytes, zeroed);
    if (!p) {
        heap_free(&vm->heap, block);
        return 0;
    }
    vm->objects.cold[ptr_index(p)].born = span;
    return p;
}

Ptr vm_string(VM *vm, const char *text, size_t size_bytes) {
    Ptr p = vm_alloc(vm, OBJ_BOX, (uint64_t)size_bytes + 1, true, (Span){0});
    if (p && size_bytes)
        memcpy(object_base(&vm->objects, ptr_index(p)), text, size_bytes);
    return p;
}

Ptr vm_const_string(VM *vm, const char *text, size_t size_bytes) {
    Ptr p = vm_string(vm, text, size_bytes);
    if (p)
        object_seal(&vm->objects, ptr_index(p));
    return p;
}

void vm_object_destroy(VM *vm, uint32_t index) {
    const ObjCold *cold = &vm->objects.cold[index];
    void *base = object_base(&vm->objects, index);
    ObjKind kind = object_kind(&vm->objects, index);
    switch (kind) {
    case OBJ_NATIVE:
        if (cold->what.native_class->finalize)
            cold->what.native_class->finalize(vm, base);
        heap_free(&vm->heap, base);
        break;
    case OBJ_CORO:
    case OBJ_GEN: {
        Coro *coro = base;
        if (coro->state == CORO_NEW && kind == OBJ_CORO)
            vm->unstarted--;
        fiber_destroy(vm, &coro->fiber);
        heap_free(&vm->heap, coro);
        break;
    }
    case OBJ_ERROR:
        trap_error_deinit(base);
        break;
    case OBJ_HEAP:
    case OBJ_BOX:
    case OBJ_LOCAL: // an alloca block; those on a memory stack end in frame.c
    case OBJ_GLOBAL:
        heap_free(&vm->heap, base);
        break;
    case OBJ_TASK:
    case OBJ_FUTURE: // the memory is loop's
    case OBJ_STRING: // the memory is the Unit's
    case OBJ_FUNC:   // the Fn is in vm->fns
    case OBJ_FREE:
        break;
    }
    object_release(&vm->objects, index);
    if (vm->objects.quarantine.count > vm->gc.quarantine_max)
        gc_request(vm);
}

bool vm_free(VM *vm, Ptr p) {
    if (p == 0)
        return true; // C17 7.22.3.3
    uint32_t index = ptr_index(p);
    if (!object_is_live(&vm->objects, p) || vm->objects.cold[index].kind != OBJ_HEAP ||
        ptr_offset(p) != 0) {
        fault_free(vm, p, vm->native ? vm->native->name : "free");
        return false;
    }
    vm->objects.cold[index].died = vm_where(vm);
    vm_object_destroy(vm, index);
    return true;
}

// C17 7.22.3.5: the old object ends, the result is a new one, so stale pointers are found
// even when nothing moved.
Ptr vm_realloc(VM *vm, Ptr p, uint64_t size_bytes, Span span) {
    if (p == 0)
        return vm_alloc(vm, OBJ_HEAP, size_bytes, false, span);
    uint32_t index = ptr_index(p);
    if (!object_is_live(&vm->objects, p) || vm->objects.cold[index].kind != OBJ_HEAP ||
        ptr_offset(p) != 0) {
        fault_free(vm, p, vm->native ? vm->native->name : "realloc");
        return 0;
    }
    uint64_t old_bytes = vm->objects.cold[index].size_bytes;
    uint64_t keep = old_bytes < size_bytes ? old_bytes : size_bytes;
    bool is_full = !(vm->objects.cold[index].flags & OF_PARTIAL);
    char *base = object_base(&vm->objects, index);
    Ptr fresh;
    if (is_full && size_bytes <= LIMIT_OBJECT_BYTES &&
        heap_resize(&vm->heap, base, size_bytes)) {
        fresh = vm_object(vm, OBJ_HEAP, base, (uint32_t)size_bytes, false);
        if (!fresh)
            return 0;
        vm->objects.cold[ptr_index(fresh)].born = span;
        char *ignored;
        object_access(&vm->objects, fresh, keep, ACCESS_WRITE, &ignored);
        vm->objects.cold[index].died = vm_where(vm);
        object_release(&vm->objects, index); // its memory lives on
        return fresh;
    }
    fresh = vm_alloc(vm, OBJ_HEAP, size_bytes, false, span);
    if (!fresh)
        return 0;
    Ptr faulty;
    AccessFault fault = object_copy(&vm->objects, fresh, p, keep, &faulty);
    assert(fault == ACC_OK);
    vm->objects.cold[index].died = vm_where(vm);
    vm_object_destroy(vm, index);
    return fresh;
}

Ptr vm_native_new(VM *vm, const NativeClass *native_class, void **data) {
    void *block = vm_memory(vm, native_class->size_bytes, true);
    if (!block)
        return 0;
    Ptr p = vm_object(vm, OBJ_NATIVE, block, 0, true);
    if (!p) {
        heap_free(&vm->heap, block);
        return 0;
    }
    vm->objects.cold[ptr_index(p)].what.native_class = native_class;
    *data = block;
    return p;
}

COLD static Ptr register_slowly(VM *vm, ObjKind kind, Future *future) {
    uint32_t index = take_id(vm);
    future->self = index ? object_begin_handle(&vm->objects, index, kind, future) : 0;
    return future->self;
}

Ptr vm_future_register(VM *vm, ObjKind kind, Future *future) {
    assert(kind == OBJ_TASK || kind == OBJ_FUTURE);
    uint32_t free_count = vm->objects.free_ids[POOL_OBJECTS].count;
    if (UNLIKELY(COUNTS_TO_FAIL || free_count == 0))
        return register_slowly(vm, kind, future);
    uint32_t index = object_take_id(&vm->objects, POOL_OBJECTS);
    future->self = object_begin_handle(&vm->objects, index, kind, future);
    return future->self;
}

void vm_future_release(VM *vm, Future *future) {
    assert(object_handle(&vm->objects, future->self, OBJ_TASK, OBJ_FUTURE) == future);
    object_release_handle(&vm->objects, ptr_index(future->self));
    future->self = 0;
}

// ---------------------------------------------------------------- looking into objects

ObjKind vm_kind(VM *vm, Ptr p) {
    return object_is_live(&vm->objects, p) ? object_kind(&vm->objects, ptr_index(p))
                                           : OBJ_FREE;
}

Future *vm_future(VM *vm, Ptr p) {
    return object_handle(&vm->objects, p, OBJ_TASK, OBJ_FUTURE);
}

Coro *vm_coro(VM *vm, Ptr p) {
    return object_handle(&vm->objects, p, OBJ_CORO, OBJ_GEN);
}

Fn *vm_func(VM *vm, Ptr p) {
    return object_handle(&vm->objects, p, OBJ_FUNC, OBJ_FUNC);
}

ErrorObj *vm_error(VM *vm, Ptr p) {
    return object_handle(&vm->objects, p, OBJ_ERROR, OBJ_ERROR);
}

void *vm_native_data(VM *vm, Ptr p, const NativeClass *native_class) {
    void *data = object_handle(&vm->objects, p, OBJ_NATIVE, OBJ_NATIVE);
    if (UNLIKELY(!data))
        return NULL;
    const ObjCold *cold = &vm->objects.cold[ptr_index(p)];
    return LIKELY(cold->what.native_class == native_class) ? data : NULL;
}

char *vm_describe(VM *vm, Ptr p) {
    void *data = object_handle(&vm->objects, p, OBJ_NATIVE, OBJ_NATIVE);
    if (!data)
        return NULL;
    const NativeClass *native_class = vm->objects.cold[ptr_index(p)].what.native_class;
    return native_class->describe ? native_class->describe(vm, data)
                                  : mem_strdup(native_class->name);
}

VmStats vm_stats(const VM *vm) {
    return (VmStats){.heap_bytes = vm_used_bytes(vm),
                     .heap_objects = vm->objects.live_count,
                     .locals_bytes = vm->locals_bytes,
                     .collections = vm->gc.count};
}
