// frame.c: fibers are made, grow and end here; locals in memory are born and die.
// Pictures in frame.h.
//
// What enters is a Proto and its arguments, what leaves is a Fiber that exec.c can run.
// Always holds: every register of the newest frame lies below limit (frame_reserve before
// anything is pushed); link's count of locals of all frames together is locals->live; a
// fiber's locals end with it, so a pointer to them is a use after scope.
//
// Small fibers matter: a sleeping task is a Fiber with its first stack in the same block,
// often of 128 or 144 bytes. Read exec.c next.
#include "vm/frame.h"

#include "base/limits.h"
#include "vm/fault.h"
#include "vm/gc.h"
#include "vm/ops.h"
#include <assert.h>

#define FIRST_SEGMENT_BYTES 448u
#define LAST_SEGMENT_BYTES  (256u << 10)
#define GROW_SLOTS          32u
// What ended fibers may leave for the next ones, until memory is short: the fibers of ten
// thousand small tasks and more.
#ifdef CORA_STRESS_FAIL
#define FIBER_SPARE_BYTES 0u // each is an allocation that may fail
#else
#define FIBER_SPARE_BYTES (2u << 20)
#endif

// ---------------------------------------------------------------- fibers

static bool has_inline_stack(const Fiber *fiber) {
    return fiber_stack(fiber) == fiber->inline_stack;
}

// A block that an ended fiber has left, of one of the fine size classes: it is in the
// cache, and the heap has nothing to decide. NULL: there is none.
static inline FiberBlock *block_left(const VM *vm, uint64_t bytes) {
    return LIKELY(bytes <= FIBER_SPARE_MAX) ? vm->spare.first[bytes / 16] : NULL;
}

static inline void block_take(VM *vm, const FiberBlock *block, uint64_t bytes) {
    vm->spare.first[bytes / 16] = block->next;
    vm->spare.bytes -= (uint32_t)bytes;
    vm->heap.allocated_bytes += bytes; // the collector's pace counts fibers
}

static inline bool has_room_for(const VM *vm, uint64_t bytes) {
    return bytes <= FIBER_SPARE_MAX && vm->spare.bytes + bytes <= FIBER_SPARE_BYTES;
}

static inline void block_give(VM *vm, void *at, uint64_t bytes) {
    FiberBlock *block = at;
    block->next = vm->spare.first[bytes / 16];
    vm->spare.first[bytes / 16] = block;
    vm->spare.bytes += (uint32_t)bytes;
}

void fiber_blocks_free(VM *vm) {
    for (uint32_t i = 0; i < COUNT_OF(vm->spare.first); i++) {
        while (vm->spare.first[i]) {
            FiberBlock *block = vm->spare.first[i];
            vm->spare.first[i] = block->next;
            heap_free(&vm->heap, block);
        }
    }
    vm->spare.bytes = 0;
}

// The block comes as one piece; the size class may give a few slots more.
static inline uint64_t fiber_bytes(const Proto *proto, uint32_t links_bytes) {
    uint32_t regs = proto->reg_count > 1 ? proto->reg_count : 1;
    uint32_t slots = LINK_SLOTS + proto->has_struct_result + regs;
    return heap_round_up(links_bytes + sizeof(Fiber) + slots * sizeof(Value));
}

// No block of 0 bytes is ever left.
uint32_t fiber_plain_bytes(const Proto *proto) {
    uint64_t bytes = fiber_bytes(proto, 0);
    bool is_plain = proto->k && !proto->has_struct_result && bytes <= FIBER_SPARE_MAX;
    assert(!is_plain || bytes % 16 == 0);
    return is_plain ? (uint32_t)bytes : 0;
}

// Two words at a time, and no call: a fiber is born with every register zero, and most of
// them have few.
static inline void clear(void *from, const void *end) {
    typedef struct Pair {
        uint64_t words[2];
    } Pair;
    for (Pair *at = from; at != end; at++) {
        *at = (Pair){0};
        __asm__ volatile("" : "+r"(at)); // else this becomes a memset
    }
}

FORCE_INLINE Fiber *fiber_init(VM *vm, void *block, uint64_t bytes, const Proto *proto,
                               uint32_t links_bytes) {
    Fiber *fiber = (Fiber *)(void *)((char *)block + links_bytes);
    Value *limit = (Value *)(void *)((char *)block + bytes);
    uint32_t bottom = LINK_SLOTS + proto->has_struct_result;
    Value *R = fiber->inline_stack + bottom;
    *fiber = (Fiber){.R = R,
                     .limit = limit,
                     .pc = proto->code,
                     .k = proto->k,
                     .slots = (uint32_t)(limit - fiber->inline_stack),
                     .state = FIBER_NEW,
                     .bottom = (uint8_t)bottom,
                     .has_links = links_bytes > 0};
    if (links_bytes)
        *fiber_links(fiber) = (FiberLinks){0};
    clear(fiber->inline_stack, limit);
    R[-3].u = (uint64_t)(uintptr_t)(vm->end_proto->code + 1);
    R[-2].u = (uint64_t)(uintptr_t)vm->end_proto->k;
    return fiber;
}

static Fiber *fiber_make(VM *vm, const Proto *proto, uint32_t links_bytes) {
    assert(proto->k);
    uint64_t bytes = fiber_bytes(proto, links_bytes);
    assert(bytes % 16 == 0);
    void *block = block_left(vm, bytes);
    if (block)
        block_take(vm, block, bytes);
    else
        block = vm_memory(vm, bytes, false);
    if (vm_wants_collection(vm))
        gc_request(vm);
    return block ? fiber_init(vm, block, bytes, proto, links_bytes) : NULL;
}

// Arguments come with or without the hidden first one of a struct result, whose box is
// made here. False after a trap.
static bool fiber_take_args(VM *vm, Fiber *fiber, const Value *args, uint32_t count) {
    const Proto *proto = k_proto(fiber->k);
    assert(count <= proto->param_count);
    Value *R = fiber->R;
    bool is_hidden_missing = proto->has_struct_result && count < proto->param_count;
    for (uint32_t i = 0; i < count; i++)
        R[i + is_hidden_missing] = args[i];
    if (proto->has_struct_result) {
        Ptr box = vm_alloc(vm, OBJ_BOX, proto->result_bytes, false, proto->span);
        if (!box)
            return false;
        fiber->inline_stack[0].p = R[0].p = box;
    }
    return true;
}

COLD static Fiber *fiber_new_slowly(VM *vm, const Proto *proto, const Value *args,
                                    uint32_t arg_count) {
    Fiber *fiber = fiber_make(vm, proto, 0);
    if (fiber && !fiber_take_args(vm, fiber, args, arg_count))
        fiber_destroy(vm, &fiber);
    return fiber;
}

// The straight way, which calls nothing: out of a block of `bytes` that was left, without
// a box. NULL: it is not that plain.
FORCE_INLINE Fiber *fiber_new_plainly(VM *vm, const Proto *proto, uint64_t bytes,
                                      const Value *args, uint32_t arg_count) {
    FiberBlock *block = vm->spare.first[bytes / 16];
    if (UNLIKELY(!block || vm_wants_collection(vm)))
        return NULL;
    block_take(vm, block, bytes);
    Fiber *fiber = fiber_init(vm, block, bytes, proto, 0);
    assert(arg_count <= proto->param_count);
    for (uint32_t i = 0; i < arg_count; i++)
        fiber->R[i] = args[i];
    return fiber;
}

Fiber *fiber_new(VM *vm, const Proto *proto, const Value *args, uint32_t arg_count) {
    Fiber *fiber =
        fiber_new_plainly(vm, proto, fiber_plain_bytes(proto), args, arg_count);
    return LIKELY(fiber) ? fiber : fiber_new_slowly(vm, proto, args, arg_count);
}

COLD static Fiber *fiber_new_call_slowly(VM *vm, const Fn *fn, const Value *args,
                                         uint32_t arg_count) {
    assert(!fn->proto->is_generator && !fn->proto->is_variadic);
    return op_is_defined(vm, fn->proto) ? fiber_new_slowly(vm, fn->proto, args, arg_count)
                                        : NULL;
}

Fiber *fiber_new_call(VM *vm, const Fn *fn, const Value *args, uint32_t arg_count) {
    Fiber *fiber = fiber_new_plainly(vm, fn->proto, fn->fiber_bytes, args, arg_count);
    return LIKELY(fiber) ? fiber : fiber_new_call_slowly(vm, fn, args, arg_count);
}

Fiber *fiber_new_linked(VM *vm, Coro *coro) {
    Fiber *fiber = fiber_make(vm, coro->proto, sizeof(FiberLinks));
    if (!fiber)
        return NULL;
    fiber_links(fiber)->coro = coro;
    if (!fiber_take_args(vm, fiber, coro->args, coro->arg_count))
        fiber_destroy(vm, &fiber);
    return fiber;
}

// Ids that are live end; those that wait have no life to end. All go back to the table.
static void locals_destroy(VM *vm, Fiber *fiber) {
    Locals *locals = fiber->locals;
    while (locals->allocas.count)
        vm_object_destroy(vm, vec_last(locals->allocas).index), locals->allocas.count--;
    vec_free(locals->allocas);
    vec_free(locals->marks);
    for (uint32_t i = 0; i < locals->count; i++) {
        if (i < locals->live)
            object_release(&vm->objects, locals->ids[i]);
        else
            object_give_id(&vm->objects, locals->ids[i]);
    }
    vm->locals_bytes -= locals->bytes;
    for (Segment *at = locals->segment, *below; at; at = below) {
        below = at->below;
        heap_free(&vm->heap, at);
    }
    heap_free(&vm->heap, locals->spare);
    mem_free(locals->ids);
    heap_free(&vm->heap, locals);
    fiber->locals = NULL;
}

COLD static void fiber_destroy_slowly(VM *vm, Fiber *dead) {
    // Those it was resuming belong to their own coroutine objects: they stay suspended.
    if (dead->resumed)
        fiber_links(dead->resumed)->resumer = NULL;
    if (fiber_resumer(dead))
        fiber_resumer(dead)->resumed = NULL;
    if (dead->locals)
        locals_destroy(vm, dead);
    uint64_t links_bytes = dead->has_links ? sizeof(FiberLinks) : 0;
    void *block = (char *)dead - links_bytes;
    uint64_t bytes = links_bytes + sizeof(Fiber) + dead->slots * sizeof(Value);
    if (!has_inline_stack(dead)) {
        heap_free(&vm->heap, fiber_stack(dead));
        heap_free(&vm->heap, block);
    } else if (has_room_for(vm, bytes)) {
        block_give(vm, block, bytes);
    } else {
        heap_free(&vm->heap, block);
    }
}

void fiber_destroy(VM *vm, Fiber **fiber) {
    Fiber *dead = *fiber;
    if (UNLIKELY(!dead))
        return;
    *fiber = NULL;
    assert(vm->now.fiber != dead);
    uint64_t bytes = sizeof(Fiber) + dead->slots * sizeof(Value);
    if (UNLIKELY(dead->resumed || dead->locals || dead->has_links ||
                 !has_inline_stack(dead) || !has_room_for(vm, bytes)))
        fiber_destroy_slowly(vm, dead);
    else
        block_give(vm, dead, bytes);
}

static void mark_registers(VM *vm, const Value *begin, const Value *end) {
    for (const Value *at = begin; at < end; at++) {
        if (ptr_generation(at->p)) // most are numbers, or pc and k of a link
            vm_mark(vm, *at);
    }
}

// A frame that waits needs what lies below the window of its CALLN or AWAIT, and in the
// window its arguments (a native may still use them) and the place of its result, where
// the future is; the rest of the frame is what earlier calls have left there. NULL: the
// frame does not wait, so all of its registers count.
static const Value *waiting_window(const Fiber *fiber, uint32_t *count) {
    bool is_again = fiber->state == FIBER_AGAIN;
    if (fiber->resumed || (fiber->state != FIBER_WAITING && !is_again))
        return NULL;
    Insn insn = is_again ? fiber->pc[0] : fiber->pc[-2];
    if (insn_op(insn) != OP_CALLN && insn_op(insn) != OP_AWAIT)
        return NULL;
    *count = insn_op(insn) == OP_CALLN && insn_b(insn) > 1 ? insn_b(insn) : 1;
    assert(insn_a(insn) >= LINK_SLOTS);
    return fiber_registers(fiber) + insn_a(insn);
}

static void mark_stack(VM *vm, const Fiber *fiber) {
    uint32_t count = 0;
    const Value *window = waiting_window(fiber, &count);
    if (window) {
        mark_registers(vm, fiber_stack(fiber), window - LINK_SLOTS);
        mark_registers(vm, window, window + count);
        return;
    }
    const Value *end = fiber->R + k_proto(fiber->k)->reg_count;
    mark_registers(vm, fiber_stack(fiber), end < fiber->limit ? end : fiber->limit);
}

void fiber_mark(VM *vm, Fiber *fiber) {
    for (; fiber; fiber = fiber->resumed) {
        if (fiber->state == FIBER_ENDED)
            continue;
        mark_stack(vm, fiber);
        vm_mark(vm, (Value){.p = fiber->error});
        if (fiber_coro(fiber))
            vm_mark(vm, (Value){.p = fiber_coro(fiber)->self});
        const Locals *locals = fiber->locals;
        for (uint32_t i = 0; locals && i < locals->live; i++)
            vm_mark(vm, (Value){.p = object_ptr(&vm->objects, locals->ids[i])});
        for (uint32_t i = 0; locals && i < locals->allocas.count; i++)
            vm_mark(vm, (Value){.p = object_ptr(&vm->objects,
                                                locals->allocas.data[i].index)});
    }
}

void fiber_resume_value(Fiber *fiber, Value value) {
    Fiber *inner = fiber_innermost(fiber);
    assert(inner->state == FIBER_WAITING || inner->state == FIBER_AGAIN);
    if (inner->state ==
        FIBER_WAITING) // else the CALLN is executed again and makes its result itself
        fiber_registers(inner)[insn_a(inner->pc[-2])] = value;
    inner->state = FIBER_READY;
}

void fiber_resume_error(Fiber *fiber, Ptr error) {
    Fiber *inner = fiber_innermost(fiber);
    assert(inner->state != FIBER_RUNNING && inner->state != FIBER_ENDED);
    inner->error = error;
}

bool fiber_is_waiting(const Fiber *fiber) {
    while (fiber->resumed)
        fiber = fiber->resumed;
    return (fiber->state == FIBER_WAITING || fiber->state == FIBER_AGAIN) &&
           !fiber->error;
}

// ---------------------------------------------------------------- the register stack

// To new memory: nothing on a stack points into it, so this is a copy (see frame.h).
static bool stack_resize(VM *vm, Fiber *fiber, uint64_t slots) {
    Value *grown = vm_memory(vm, slots * sizeof(Value), false);
    if (!grown)
        return false;
    Value *old = fiber_stack(fiber);
    uint64_t have = fiber->slots;
    memcpy(grown, old, (have < slots ? have : slots) * sizeof(Value));
    if (slots > have)
        memset(grown + have, 0, (slots - have) * sizeof(Value));
    uint32_t base = fiber_base(fiber);
    if (!has_inline_stack(fiber))
        heap_free(&vm->heap, old);
    fiber->R = grown + base;
    fiber->limit = grown + slots;
    fiber->slots = (uint32_t)slots;
    return true;
}

bool frame_reserve(VM *vm, Fiber *fiber, uint64_t base, uint32_t slots) {
    uint64_t have = fiber->slots;
    uint64_t need = base + slots;
    if (need <= have)
        return true;
    if (need > LIMIT_STACK_SLOTS) {
        fault_stack(vm);
        return false;
    }
    uint64_t want = have * 2 > need + GROW_SLOTS ? have * 2 : need + GROW_SLOTS;
    if (want > LIMIT_STACK_SLOTS)
        want = LIMIT_STACK_SLOTS;
    return stack_resize(vm, fiber, want);
}

#ifdef CORA_STRESS_MOVE
void frame_move(VM *vm, Fiber *fiber) {
    uint64_t slots = fiber->slots;
    if (slots > 16384 &&
        vm->now.ticks % 512) // copying a deep stack at each call is quadratic
        return;
    bool moved = stack_resize(vm, fiber, slots);
    assert(moved || vm->trap);
}
#endif

// ---------------------------------------------------------------- locals

Locals *frame_locals(VM *vm, Fiber *fiber) {
    if (!fiber->locals)
        fiber->locals = vm_memory(vm, sizeof(Locals), true);
    return fiber->locals;
}

// Segments double up to a size; a local that is larger than that gets one of its own.
static bool segment_push(VM *vm, Locals *locals, uint64_t need) {
    uint64_t want = locals->segment
                        ? (uint64_t)(locals->segment->end - locals->segment->data) * 2
                        : FIRST_SEGMENT_BYTES;
    if (want > LAST_SEGMENT_BYTES)
        want = LAST_SEGMENT_BYTES;
    if (want < need)
        want = need;
    Segment *segment = locals->spare;
    if (segment && (uint64_t)(segment->end - segment->data) >= want) {
        locals->spare = NULL;
    } else {
        if (locals->bytes + want > LIMIT_LOCALS_BYTES) {
            fault_stack(vm);
            return false;
        }
        uint64_t bytes = sizeof(Segment) + want;
        segment = vm_memory(vm, bytes, false);
        if (!segment)
            return false;
        segment->end = (char *)segment + heap_block_bytes(&vm->heap, segment);
        locals->bytes += (uint64_t)(segment->end - segment->data);
        vm->locals_bytes += (uint64_t)(segment->end - segment->data);
    }
    segment->below = locals->segment;
    locals->segment = segment;
    locals->top = segment->data;
    locals->end = segment->end;
    return true;
}

// The larger of this one and the spare is kept for the next call at the boundary.
static void segment_pop(VM *vm, Locals *locals) {
    Segment *segment = locals->segment;
    locals->segment = segment->below;
    Segment *drop = segment;
    if (!locals->spare) {
        locals->spare = segment;
        drop = NULL;
    } else if (locals->spare->end - locals->spare->data < segment->end - segment->data) {
        drop = locals->spare;
        locals->spare = segment;
    }
    if (drop) {
        locals->bytes -= (uint64_t)(drop->end - drop->data);
        vm->locals_bytes -= (uint64_t)(drop->end - drop->data);
        heap_free(&vm->heap, drop);
    }
    assert(locals->segment);
    locals->end = locals->segment->end;
}

// A fiber's pool grows with the most locals it ever had at once. This is a safepoint, so
// ids may be won from the quarantine first.
static bool pool_grow(VM *vm, Locals *locals) {
    if (vm_wants_collection(vm))
        vm_collect(vm);
    uint32_t index = object_take_id(&vm->objects, POOL_LOCALS);
    if (!index) {
        vm_trap(vm, TRAP_HEAP_LIMIT, "out of object numbers: more than %u objects",
                PTR_INDEX_MASK);
        return false;
    }
    if (locals->count == locals->capacity)
        locals->ids =
            vec_grow(locals->ids, &locals->capacity, locals->count + 1, sizeof(uint32_t));
    locals->ids[locals->count++] = index;
    return true;
}

static bool check_local_size(VM *vm, uint64_t size_bytes, const Site *site) {
    if (size_bytes <= LIMIT_OBJECT_BYTES)
        return true;
    const char *name = site && site->name ? site->name : "array";
    if ((int64_t)size_bytes < 0)
        vm_trap(vm, TRAP_VLA_SIZE, "the size of `%s` is negative: %lld bytes", name,
                (long long)size_bytes);
    else
        vm_trap(vm, TRAP_VLA_SIZE, "`%s` is too large: %llu bytes", name,
                (unsigned long long)size_bytes);
    vm_trap_note(vm, (Span){0}, "%s",
                 (int64_t)size_bytes < 0 ? "ask for the size before: `if (n > 0)`"
                                         : "large arrays belong into malloc'ed memory");
    return false;
}

Ptr frame_local(VM *vm, Fiber *fiber, uint64_t size_bytes, const Site *site) {
    Locals *locals = frame_locals(vm, fiber);
    if (!locals || UNLIKELY(!check_local_size(vm, size_bytes, site)))
        return 0;
    uint64_t room = frame_local_room(size_bytes);
    if (UNLIKELY(locals->live == locals->count) && !pool_grow(vm, locals))
        return 0;
    if (UNLIKELY(room > (uint64_t)(locals->end - locals->top)) &&
        !segment_push(vm, locals, room))
        return 0;
    return frame_local_fast(vm, fiber, fiber_registers(fiber), (uint32_t)size_bytes,
                            site);
}

void frame_end_locals(VM *vm, Fiber *fiber, Value *R, uint32_t count) {
    Locals *locals = fiber->locals;
    if (count == 0)
        return;
    assert(count <= frame_local_count(R));
    R[-1].u -= (uint64_t)count << LINK_LOCALS_SHIFT;
    char *address = NULL;
    while (count--) {
        uint32_t index = locals->ids[--locals->live];
        address = object_base(&vm->objects, index);
        if (UNLIKELY(!object_end_local(&vm->objects, index))) {
            locals->ids[locals->live] = locals->ids[--locals->count];
            if (vm->objects.quarantine.count > vm->gc.quarantine_max)
                gc_request(vm);
        }
    }
    while (UNLIKELY(address < locals->segment->data || address > locals->segment->end))
        segment_pop(vm, locals);
    locals->top = address;
}

void frame_end_all(VM *vm, Fiber *fiber, Value *R) {
    frame_end_locals(vm, fiber, R, frame_local_count(R));
    if (UNLIKELY(R[-1].u & LINK_ALLOCA)) {
        Locals *locals = fiber->locals;
        uint32_t base = (uint32_t)(R - fiber_stack(fiber));
        while (locals->allocas.count && vec_last(locals->allocas).base == base) {
            vm_object_destroy(vm, vec_last(locals->allocas).index);
            locals->allocas.count--;
        }
        R[-1].u &= ~(uint64_t)LINK_ALLOCA;
    }
}

Ptr frame_alloca(VM *vm, Fiber *fiber, uint64_t size_bytes, const Site *site) {
    Locals *locals = frame_locals(vm, fiber);
    if (!locals || !check_local_size(vm, size_bytes, site))
        return 0;
    // Blocks of their own, not on the memory stack: locals of inner blocks come and go
    // above them.
    void *block = vm_memory(vm, size_bytes, false);
    uint32_t index = block ? object_take_id(&vm->objects, POOL_LOCALS) : 0;
    if (!index) {
        heap_free(&vm->heap, block);
        return 0;
    }
    Ptr p =
        object_begin(&vm->objects, index, OBJ_LOCAL, block, (uint32_t)size_bytes, false);
    vm->objects.cold[index].what.site = site;
    vec_push(locals->allocas, ((Alloca){.base = fiber_base(fiber), .index = index}));
    fiber_registers(fiber)[-1].u |= LINK_ALLOCA;
    return p;
}
