// lib_queue.c: queue(T), also as a stack (lifo_queue) and by priority (priority_queue):
// asyncio's queues.
//
// Enters: values as registers hold them; a struct comes as a pointer to a copy of its own
// (OBJ_BOX) and leaves as that pointer. Leaves: values, in the queue's order; tasks that
// wait at its two ends made ready. Always holds: a task that was woken looks again
// (NATIVE_AGAIN), as asyncio's loops do: whoever comes first gets the item, and a woken
// task that is cancelled passes its turn on while there still is something to do.
//
//     QUEUE_FIFO    a ring
//     QUEUE_LIFO    a stack
//     QUEUE_HEAP    a binary heap of numbers
//     QUEUE_SORTED  the next one last, ordered by a function of the program, which is
//                   called between two executions of the same put (loop_call); of equal
//                   ones the first in is the first out
//
// Read next: lib_sync.c, loop/sync.h; include/async_sync.h.
#include "base/limits.h"
#include "lib/lib_async.h"
#include "loop/sync.h"

// Where an item comes in: the first two at the end.
typedef enum QueueOrder { QUEUE_FIFO, QUEUE_LIFO, QUEUE_HEAP, QUEUE_SORTED } QueueOrder;

// More than any program means; a producer that nobody stops meets it before the machine's
// memory ends.
#define QUEUE_ITEMS_MAX (1u << 26)

typedef struct Queue {
    Sync getters, putters, finished;
    Value *items;
    uint32_t head, count, capacity; // capacity: a power of two, or 0
    uint64_t maxsize;               // 0: unbounded
    uint64_t unfinished;            // put and not yet told task_done
    QueueOrder order;
    bool is_closed;
    bool may_point; // items may be handles or pointers
    const Layout *layout;
    Ptr compare; // of a sorted one
    Ptr pair;    // the two that it compares now, if they are no structs
    // An item is being inserted into a sorted one: its place is in [low, high].
    bool is_inserting;
    uint32_t low, high;
} Queue;

static bool queue_is_full(const Queue *queue) {
    return queue->maxsize > 0 && queue->count >= queue->maxsize;
}

// ---------------------------------------------------------------- the object

static Value *item_at(const Queue *queue, uint32_t i) {
    return &queue->items[(queue->head + i) & (queue->capacity - 1)];
}

static void queue_trace(VM *vm, void *data) {
    const Queue *queue = data;
    vm_mark(vm, (Value){.p = queue->compare});
    vm_mark(vm, (Value){.p = queue->pair});
    for (uint32_t i = 0; queue->may_point && i < queue->count; i++) {
        vm_mark(vm, *item_at(queue, i));
    }
}

static void queue_finalize(VM *vm, void *data) {
    (void)vm;
    mem_free(((Queue *)data)->items);
}

static char *queue_describe(VM *vm, const void *data) {
    (void)vm;
    static const char *const names[] = {"queue", "lifo_queue", "priority_queue",
                                        "priority_queue"};
    const Queue *queue = data;
    Str out = {0};
    str_printf(&out, "<%s of %s, %u item%s", names[queue->order], queue->layout->name,
               queue->count, queue->count == 1 ? "" : "s");
    if (queue->maxsize > 0) {
        str_printf(&out, " of at most %llu", (unsigned long long)queue->maxsize);
    }
    str_puts(&out, queue->is_closed ? ", closed>" : ">");
    return str_take(&out);
}

static const NativeClass queue_class = {.name = "queue",
                                        .size_bytes = sizeof(Queue),
                                        .finalize = queue_finalize,
                                        .trace = queue_trace,
                                        .describe = queue_describe};

// Argument 0, a queue; NULL after a trap.
static Queue *queue_arg(NativeCall *call) {
    Ptr p = (Ptr)call->args[0].p;
    Queue *queue = vm_native_data(call->vm, p, &queue_class);
    if (UNLIKELY(queue == NULL)) {
        vm_trap(call->vm, p == 0 ? TRAP_NULL_POINTER : TRAP_VALUE,
                p == 0 ? "argument 1 is a null handle: `new_queue` makes a queue"
                       : "argument 1 is no queue");
    }
    return queue;
}

static NativeResult trap_closed(NativeCall *call, const char *what) {
    vm_trap_error(call->vm,
                  vm_error_new(call->vm, TRAP_RUNTIME, "QueueShutDown", 0, "%s", what));
    return NATIVE_TRAP;
}

// ---------------------------------------------------------------- those who wait

static bool getter_resume(Loop *loop, Sync *sync, Task *task, bool was_given,
                          SyncOutcome *outcome) {
    (void)task;
    const Queue *queue = (Queue *)(void *)((char *)sync - offsetof(Queue, getters));
    if (outcome->error != 0 && was_given && queue->count > 0) {
        sync_give(loop, sync);
    }
    return true;
}

static bool putter_resume(Loop *loop, Sync *sync, Task *task, bool was_given,
                          SyncOutcome *outcome) {
    (void)task;
    const Queue *queue = (Queue *)(void *)((char *)sync - offsetof(Queue, putters));
    if (outcome->error != 0 && was_given && !queue_is_full(queue)) {
        sync_give(loop, sync);
    }
    return true;
}

static bool join_resume(Loop *loop, Sync *sync, Task *task, bool was_given,
                        SyncOutcome *outcome) {
    (void)loop;
    (void)sync;
    (void)task;
    (void)was_given;
    (void)outcome;
    return true;
}

static const SyncKind getters_kind = {"an item of a queue", getter_resume, NULL};
static const SyncKind putters_kind = {"room in a queue", putter_resume, NULL};
static const SyncKind finished_kind = {"the end of a queue's work", join_resume, NULL};

// One more can go on, if one waits: mostly nobody does.
static inline void wake(const NativeCall *call, Sync *sync) {
    if (sync->waiters != NULL) {
        sync_give(lib_here(call)->loop, sync);
    }
}

// The running task waits, and looks again when its turn has come.
static NativeResult wait_for(const NativeCall *call, Sync *sync) {
    Loop *loop = lib_here(call)->loop;
    sync_wait(loop, sync);
    loop_hand_over(loop);
    return NATIVE_AGAIN;
}

// ---------------------------------------------------------------- making one

static bool is_record(const Layout *layout) {
    return layout->kind == LAY_STRUCT || layout->kind == LAY_UNION;
}

// The compiler passes T's description in argument 0, and how many items fit at most in
// argument 1 (or nothing).
static Queue *queue_new(NativeCall *call, QueueOrder order) {
    const Layout *layout = (const Layout *)(uintptr_t)call->args[0].u;
    int64_t maxsize = call->arg_count > 1 ? call->args[1].i : 0;
    void *data;
    Ptr p = vm_native_new(call->vm, &queue_class, &data);
    if (p == 0) {
        return NULL;
    }
    Queue *queue = data;
    queue->getters = (Sync){.kind = &getters_kind, .self = p};
    queue->putters = (Sync){.kind = &putters_kind, .self = p};
    queue->finished = (Sync){.kind = &finished_kind, .self = p};
    queue->maxsize = maxsize > 0 ? (uint64_t)maxsize : 0; // asyncio: <= 0 is no limit
    queue->order = order;
    queue->layout = layout;
    queue->may_point = layout->kind >= LAY_POINTER;
    call->args[0].p = p;
    return queue;
}

NativeResult lib_new_queue(NativeCall *call) {
    return queue_new(call, QUEUE_FIFO) != NULL ? NATIVE_DONE : NATIVE_TRAP;
}

NativeResult lib_new_lifo_queue(NativeCall *call) {
    return queue_new(call, QUEUE_LIFO) != NULL ? NATIVE_DONE : NATIVE_TRAP;
}

static bool is_ordered(const Layout *layout) {
    return layout->kind >= LAY_BOOL && layout->kind <= LAY_ENUM;
}

// new_priority_queue(T, maxsize): by value
NativeResult lib_new_priority_queue(NativeCall *call) {
    const Layout *layout = (const Layout *)(uintptr_t)call->args[0].u;
    if (!is_ordered(layout)) {
        vm_trap(call->vm, TRAP_VALUE,
                "a priority queue of `%s` needs to know what comes first: give "
                "a function that compares two of them, as for qsort, as the third "
                "argument",
                layout->name);
        return NATIVE_TRAP;
    }
    return queue_new(call, QUEUE_HEAP) != NULL ? NATIVE_DONE : NATIVE_TRAP;
}

// new_priority_queue(T, maxsize, compare)
NativeResult lib_new_sorted_queue(NativeCall *call) {
    Ptr compare = (Ptr)call->args[2].p;
    const Fn *fn = vm_func(call->vm, compare);
    if (fn == NULL || fn->proto->param_count != 2 || fn->proto->is_variadic) {
        vm_trap(call->vm, compare == 0 ? TRAP_NULL_POINTER : TRAP_BAD_CALL,
                "argument 3, the comparison, is %s",
                compare == 0 ? "a null pointer" : "no function of two pointers");
        return NATIVE_TRAP;
    }
    Queue *queue = queue_new(call, QUEUE_SORTED);
    if (queue == NULL) {
        return NATIVE_TRAP;
    }
    queue->compare = compare;
    queue->may_point = true;
    return NATIVE_DONE;
}

// ---------------------------------------------------------------- the order of a heap

static bool comes_before(const Layout *layout, Value a, Value b) {
    if (layout->kind == LAY_FLOAT || layout->kind == LAY_DOUBLE) {
        return a.f < b.f;
    }
    bool is_signed = layout->kind == LAY_INT || layout->kind == LAY_CHAR ||
                     (layout->kind == LAY_ENUM && layout->is_signed);
    return is_signed ? a.i < b.i : a.u < b.u;
}

static void heap_push(Queue *queue, Value value) {
    uint32_t i = queue->count++;
    while (i > 0) {
        uint32_t above = (i - 1) / 2;
        if (!comes_before(queue->layout, value, queue->items[above])) {
            break;
        }
        queue->items[i] = queue->items[above];
        i = above;
    }
    queue->items[i] = value;
}

static Value heap_pop(Queue *queue) {
    Value *items = queue->items;
    Value first = items[0];
    Value moved = items[--queue->count]; // into the hole that goes down
    uint32_t i = 0;
    for (;;) {
        uint32_t child = 2 * i + 1;
        if (child >= queue->count) {
            break;
        }
        if (child + 1 < queue->count &&
            comes_before(queue->layout, items[child + 1], items[child])) {
            child++;
        }
        if (!comes_before(queue->layout, items[child], moved)) {
            break;
        }
        items[i] = items[child];
        i = child;
    }
    items[i] = moved;
    return first;
}

// ---------------------------------------------------------------- in and out

// Twice the room; a ring's items go to its beginning.
COLD static bool queue_grow(NativeCall *call, Queue *queue) {
    if (queue->capacity >= QUEUE_ITEMS_MAX) {
        vm_trap(call->vm, TRAP_HEAP_LIMIT,
                "the queue has %u items, and nobody takes them: give it a maxsize",
                queue->count);
        return false;
    }
    uint32_t capacity = queue->capacity == 0 ? 8 : 2 * queue->capacity;
    Value *items = mem_alloc(capacity * sizeof *items);
    for (uint32_t i = 0; i < queue->count; i++) {
        items[i] = *item_at(queue, i);
    }
    mem_free(queue->items);
    queue->items = items;
    queue->capacity = capacity;
    queue->head = 0;
    return true;
}

static void insertion_failed(void *ctx) {
    ((Queue *)ctx)->is_inserting = false;
}

// The two values to compare as the pointers that the program's function takes: a struct
// is one already. False after a trap.
static bool point_at_pair(NativeCall *call, Queue *queue, Value *pair) {
    if (is_record(queue->layout)) {
        return true;
    }
    uint32_t n = queue->layout->size_bytes;
    queue->pair = vm_alloc(call->vm, OBJ_BOX, 2 * (uint64_t)n, true, vm_where(call->vm));
    char *to = queue->pair != 0 ? vm_write(call->vm, queue->pair, 2 * (uint64_t)n) : NULL;
    if (to == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < 2; i++) {
        float narrow = (float)pair[i].f;
        memcpy(to + i * n,
               queue->layout->kind == LAY_FLOAT ? (void *)&narrow : (void *)&pair[i], n);
        pair[i].p = queue->pair + i * n;
    }
    return true;
}

// One comparison of the item in argument 1, then the same call again. NATIVE_DONE: its
// place is queue->low.
static NativeResult find_place(NativeCall *call, Queue *queue) {
    Loop *loop = lib_here(call)->loop;
    if (queue->is_inserting) {
        uint32_t middle = (queue->low + queue->high) / 2;
        if ((int)loop_call_take(loop).i <= 0) {
            queue->high = middle;
        } else {
            queue->low = middle + 1;
        }
    } else {
        queue->low = 0;
        queue->high = queue->count;
    }
    queue->is_inserting = false;
    if (queue->low == queue->high) {
        queue->pair = 0;
        return NATIVE_DONE;
    }
    Value pair[2] = {queue->items[(queue->low + queue->high) / 2], call->args[1]};
    if (!point_at_pair(call, queue, pair)) {
        return NATIVE_TRAP;
    }
    Fiber *fiber = fiber_new(call->vm, vm_func(call->vm, queue->compare)->proto, pair, 2);
    if (fiber == NULL) {
        return NATIVE_TRAP;
    }
    queue->is_inserting = true;
    loop_call(loop, fiber, insertion_failed, queue);
    return NATIVE_AGAIN;
}

// The item in argument 1 goes to its place in a queue that has an order of its own.
// NATIVE_AGAIN: not yet, the program compares.
static NativeResult insert_by_order(NativeCall *call, Queue *queue) {
    if (queue->order == QUEUE_HEAP) {
        heap_push(queue, call->args[1]);
        return NATIVE_DONE;
    }
    NativeResult result = find_place(call, queue);
    if (result == NATIVE_DONE) {
        Value *place = queue->items + queue->low;
        memmove(place + 1, place, (queue->count - queue->low) * sizeof *place);
        *place = call->args[1];
        queue->count++;
    }
    return result;
}

// The item in argument 1 goes in. NATIVE_AGAIN: not yet.
static inline NativeResult insert(NativeCall *call, Queue *queue) {
    if (UNLIKELY(queue->count == queue->capacity) && !queue_grow(call, queue)) {
        return NATIVE_TRAP;
    }
    if (LIKELY(queue->order <= QUEUE_LIFO)) {
        *item_at(queue, queue->count++) = call->args[1];
    } else {
        NativeResult result = insert_by_order(call, queue);
        if (result != NATIVE_DONE) {
            return result;
        }
    }
    queue->unfinished++;
    wake(call, &queue->getters);
    return NATIVE_DONE;
}

// The next item leaves; there is one.
static inline Value take(NativeCall *call, Queue *queue) {
    Value value;
    if (LIKELY(queue->order == QUEUE_FIFO)) {
        value = *item_at(queue, 0);
        queue->head = (queue->head + 1) & (queue->capacity - 1);
        queue->count--;
    } else if (queue->order == QUEUE_HEAP) {
        value = heap_pop(queue);
    } else {
        value = queue->items[--queue->count];
    }
    wake(call, &queue->putters);
    return value;
}

// ---------------------------------------------------------------- what programs call

// A sorted queue is between two comparisons of somebody's put.
static bool is_busy(NativeCall *call, const Queue *queue) {
    if (LIKELY(!queue->is_inserting)) {
        return false;
    }
    vm_trap(call->vm, TRAP_RUNTIME,
            "the queue's comparison must not use the queue it orders");
    return true;
}

// put(queue, item)
NativeResult lib_queue_put(NativeCall *call) {
    Queue *queue = queue_arg(call);
    if (queue == NULL) {
        return NATIVE_TRAP;
    }
    if (UNLIKELY(queue->is_inserting)) {
        if (loop_call_is_done(lib_here(call)->loop)) {
            return insert(call, queue);
        }
        is_busy(call, queue);
        return NATIVE_TRAP;
    }
    if (UNLIKELY(queue->is_closed)) {
        return trap_closed(call, "the queue is closed: nothing can be put into it");
    }
    if (queue_is_full(queue)) {
        return wait_for(call, &queue->putters);
    }
    return insert(call, queue);
}

// try_put(queue, item): false when it is full
NativeResult lib_queue_try_put(NativeCall *call) {
    Queue *queue = queue_arg(call);
    if (queue == NULL) {
        return NATIVE_TRAP;
    }
    bool is_again = queue->is_inserting && loop_call_is_done(lib_here(call)->loop);
    if (!is_again) {
        if (is_busy(call, queue)) {
            return NATIVE_TRAP;
        }
        if (queue->is_closed) {
            return trap_closed(call, "the queue is closed: nothing can be put into it");
        }
        if (queue_is_full(queue)) {
            return done_int(call, 0);
        }
    }
    NativeResult result = insert(call, queue);
    return result == NATIVE_DONE ? done_int(call, 1) : result;
}

// get(queue)
NativeResult lib_queue_get(NativeCall *call) {
    Queue *queue = queue_arg(call);
    if (queue == NULL || is_busy(call, queue)) {
        return NATIVE_TRAP;
    }
    if (queue->count == 0) {
        if (queue->is_closed) {
            return trap_closed(call, "the queue is closed and empty");
        }
        return wait_for(call, &queue->getters);
    }
    call->args[0] = take(call, queue);
    return NATIVE_DONE;
}

// try_get(queue, pointer): false when it is empty
NativeResult lib_queue_try_get(NativeCall *call) {
    Queue *queue = queue_arg(call);
    if (queue == NULL || is_busy(call, queue)) {
        return NATIVE_TRAP;
    }
    if (queue->count == 0) {
        return done_int(call, 0);
    }
    uint32_t size_bytes = queue->layout->size_bytes;
    Ptr to = (Ptr)call->args[1].p;
    void *memory = native_write(call, 1, size_bytes); // before the item is gone
    if (memory == NULL) {
        return NATIVE_TRAP;
    }
    Value value = take(call, queue);
    if (is_record(queue->layout)) { // uninitialised bytes stay so
        return vm_copy(call->vm, to, value.p, size_bytes) ? done_int(call, 1)
                                                          : NATIVE_TRAP;
    }
    if (queue->layout->kind == LAY_FLOAT) {
        float narrow = (float)value.f;
        memcpy(memory, &narrow, sizeof narrow);
    } else {
        memcpy(memory, &value, size_bytes); // little-endian: the low bytes
    }
    return done_int(call, 1);
}

// task_done(queue)
NativeResult lib_queue_task_done(NativeCall *call) {
    Queue *queue = queue_arg(call);
    if (queue == NULL) {
        return NATIVE_TRAP;
    }
    if (queue->unfinished == 0) {
        vm_trap(call->vm, TRAP_VALUE,
                "task_done() called too many times: every item that was put into the "
                "queue is done already");
        return NATIVE_TRAP;
    }
    queue->unfinished--;
    if (queue->unfinished == 0) {
        sync_give_all(lib_here(call)->loop, &queue->finished);
    }
    return done();
}

// join(queue)
NativeResult lib_queue_join(NativeCall *call) {
    Queue *queue = queue_arg(call);
    if (queue == NULL) {
        return NATIVE_TRAP;
    }
    if (queue->unfinished == 0) {
        return done();
    }
    sync_wait(lib_here(call)->loop, &queue->finished);
    return NATIVE_PENDING;
}

// close(queue): asyncio 3.13's shutdown().
NativeResult lib_queue_close(NativeCall *call) {
    Queue *queue = queue_arg(call);
    if (queue == NULL) {
        return NATIVE_TRAP;
    }
    Loop *loop = lib_here(call)->loop;
    queue->is_closed = true;
    sync_give_all(loop, &queue->getters);
    sync_give_all(loop, &queue->putters);
    return done_int(call, 0);
}

NativeResult lib_queue_size(NativeCall *call) {
    const Queue *queue = queue_arg(call);
    return queue != NULL ? done_uint(call, queue->count) : NATIVE_TRAP;
}

NativeResult lib_queue_maxsize(NativeCall *call) {
    const Queue *queue = queue_arg(call);
    return queue != NULL ? done_uint(call, queue->maxsize) : NATIVE_TRAP;
}

NativeResult lib_queue_empty(NativeCall *call) {
    const Queue *queue = queue_arg(call);
    return queue != NULL ? done_int(call, queue->count == 0) : NATIVE_TRAP;
}

NativeResult lib_queue_full(NativeCall *call) {
    const Queue *queue = queue_arg(call);
    return queue != NULL ? done_int(call, queue_is_full(queue)) : NATIVE_TRAP;
}
