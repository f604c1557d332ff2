// gc_check.c: whole-heap consistency, for stress builds and tests: what every file of
// this room says "always holds".
#include "vm/frame.h"
#include "vm/gc.h"

#include <assert.h>

static void check_object(const VM *vm, uint32_t index) {
    const ObjHot *hot = &vm->objects.hot[index];
    const ObjCold *cold = &vm->objects.cold[index];
    if (!object_kind(&vm->objects, index)) {
        assert(hot->readable == 0 && hot->writable == 0);
        assert(!(cold->flags & (OF_PARTIAL | OF_BITS)));
        assert((cold->flags & OF_QUARANTINE) ? hot->base == 0 : hot->base >> 58 != 0);
        bool is_known = cold->kind && hot->base != 0;
        assert(cold->pool == POOL_LOCALS || (hot->base & OBJ_REMAINS) == is_known);
        return;
    }
    assert(hot->base >> 58 != 0);
    if (!object_has_cold(object_kind(&vm->objects, index))) {
        assert(hot->readable == 0 && hot->writable == 0);
        assert(!cold->kind && !cold->flags);
        return;
    }
    assert(cold->kind == object_kind(&vm->objects, index));
    assert(hot->readable <= cold->size_bytes && hot->writable <= hot->readable);
    if (!object_is_memory((ObjKind)cold->kind) || (cold->flags & OF_VA_AREA)) {
        assert(hot->readable == 0);
        return;
    }
    assert(((cold->flags & OF_PARTIAL) != 0) == (hot->readable < cold->size_bytes));
    assert(!(cold->flags & OF_CONST) || hot->writable == 0);
    assert((cold->flags & (OF_CONST | OF_CONST_PARTS)) || hot->writable == hot->readable);
    assert(!(cold->flags & OF_BITS) || cold->size_bytes > 64);
    if (cold->kind == OBJ_HEAP || cold->kind == OBJ_BOX)
        assert(heap_block_bytes(&vm->heap, object_base(&vm->objects, index)) >=
               cold->size_bytes);
}

static void check_fiber(const VM *vm, const Fiber *fiber) {
    const Value *stack = fiber_stack(fiber);
    assert(fiber_base(fiber) >= fiber->bottom);
    assert(fiber->R <= fiber->limit);
    assert(!fiber->resumed || fiber_resumer(fiber->resumed) == fiber);
    uint64_t locals = 0;
    for (uint32_t base = fiber_base(fiber);;
         base -= (uint32_t)(stack[base - 1].u & LINK_DELTA_MASK)) {
        locals += frame_local_count(stack + base);
        if (base == fiber->bottom)
            break;
        assert(base > fiber->bottom);
        assert((stack[base - 1].u & LINK_DELTA_MASK) >= LINK_SLOTS);
    }
    assert(locals == (fiber->locals ? fiber->locals->live : 0));
    for (uint32_t i = 0; i < locals; i++) {
        const ObjCold *cold = &vm->objects.cold[fiber->locals->ids[i]];
        assert(object_kind(&vm->objects, fiber->locals->ids[i]) == OBJ_LOCAL);
        assert(cold->pool == POOL_LOCALS);
    }
}

void gc_check(VM *vm) {
    uint32_t live = 0;
    for (uint32_t i = 1; i < vm->objects.next; i++) {
        check_object(vm, i);
        live += object_kind(&vm->objects, i) && vm->objects.cold[i].pool != POOL_LOCALS;
    }
    assert(live == vm->objects.live_count);
    heap_check(&vm->heap);
    for (const Fiber *fiber = vm->now.task; fiber; fiber = fiber->resumed)
        check_fiber(vm, fiber);
}
