// lib_sort.c: qsort as a machine that is stepped. include/stdlib.h holds the loop, in the
// language itself:
//
//     sort = __sort_begin(base, count, size);
//     for (at = __sort_step(sort, 0); at >= 0;)
//         at = __sort_step(sort, compare(base + (at >> 32), base + (at & 0xffffffff)));
//
// (a step answers with both elements' places in bytes, packed: objects are below 2 GiB)
// so that compare is an ordinary call of the program: it may fault, be interrupted and be
// of any depth, and no C stack holds it. The machine is glibc's merge sort, comparison
// for comparison: stable, and a compare function that prints shows the same lines as
// there.
//
// The recursion msort(base, n) = msort(first half), msort(second half), merge is kept as
// a stack of spans:
//
//     stack   [0, n) state 2 | [0, n/2) state 1 | ...      state: 0 nothing done, 1 left
//     half sorted, 2 merging
//
// Elements move by vm_copy through a scratch object of the VM, so padding that is not
// initialised stays so.
#include "lib/lib_core.h"
#include <assert.h>

// A span halves at every level, and an object has fewer than 2^31 elements.
#define SORT_DEPTH 34

typedef struct SortSpan {
    uint64_t begin, count;
    int state;
} SortSpan;

typedef struct Sort {
    Ptr base, scratch;
    uint64_t size; // of an element
    bool waits;    // a comparison was asked for
    uint32_t depth;
    SortSpan stack[SORT_DEPTH];
    uint64_t left, left_end, right, right_end, out; // of the merge at the top
} Sort;

static void mark_sort(VM *vm, void *data) {
    Sort *sort = data;
    vm_mark(vm, (Value){.p = sort->base});
    vm_mark(vm, (Value){.p = sort->scratch});
}

static const NativeClass sort_class = {
    .name = "sort", .size_bytes = sizeof(Sort), .trace = mark_sort};

// The array has all the elements qsort was told of. The messages speak of qsort, not of
// us.
static bool check_array(NativeCall *call, uint64_t bytes) {
    uint64_t extent = native_extent(call, 0);
    if (!call->args[0].p) {
        vm_trap(call->vm, TRAP_NULL_POINTER, "`qsort` was given a null pointer");
        return false;
    }
    if (extent > 0 && extent < bytes) {
        vm_trap(call->vm, TRAP_OUT_OF_BOUNDS,
                "`qsort` was told to sort %llu elements of %llu bytes, which is %llu "
                "bytes, but "
                "the array has %llu from there on",
                (unsigned long long)call->args[1].u, (unsigned long long)call->args[2].u,
                (unsigned long long)bytes, (unsigned long long)extent);
        return false;
    }
    return extent >= bytes || native_write(call, 0, bytes) != NULL;
}

// struct __sort *__sort_begin(void *base, size_t count, size_t size)
NativeResult c_sort_begin(NativeCall *call) {
    uint64_t count = call->args[1].u, size = call->args[2].u, bytes = 0;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        bytes = UINT64_MAX;
    }
    if (bytes > 0 && !check_array(call, bytes)) {
        return NATIVE_TRAP;
    }
    // Copied onto itself, so that what is const is told before anything has moved.
    Ptr base = call->args[0].p;
    if (count > 1 && bytes > 0 && !vm_copy(call->vm, base, base, bytes)) {
        return NATIVE_TRAP;
    }
    void *data = NULL;
    Ptr handle = vm_native_new(call->vm, &sort_class, &data);
    if (!handle) {
        return NATIVE_TRAP;
    }
    Sort *sort = data;
    sort->base = call->args[0].p;
    sort->size = size;
    if (count > 1 && size > 0) {
        // Rooted before the next allocation: args[1] is dead by now.
        call->args[1].p = handle;
        sort->scratch = vm_alloc(call->vm, OBJ_BOX, bytes, true, vm_where(call->vm));
        if (!sort->scratch) {
            return NATIVE_TRAP;
        }
        sort->stack[0] = (SortSpan){0, count, 0};
        sort->depth = 1;
    }
    return done_ptr(call, handle);
}

static Ptr element(const Sort *sort, uint64_t i) {
    return sort->base + i * sort->size;
}

// Moves `count` elements from index i to the merge's output.
static bool emit(VM *vm, Sort *sort, uint64_t i, uint64_t count) {
    bool ok = vm_copy(vm, sort->scratch + sort->out * sort->size, element(sort, i),
                      count * sort->size);
    sort->out += count;
    return ok;
}

static void push(Sort *sort, uint64_t begin, uint64_t count) {
    if (count > 1) {
        assert(sort->depth < SORT_DEPTH);
        sort->stack[sort->depth++] = (SortSpan){begin, count, 0};
    }
}

// The merge is at the end of one half: the rest of the left one follows, then all goes
// back. What is left of the right half is in its place already.
static bool finish_merge(VM *vm, Sort *sort, const SortSpan *span) {
    uint64_t rest = sort->left_end - sort->left;
    if (rest > 0 && !emit(vm, sort, sort->left, rest)) {
        return false;
    }
    return vm_copy(vm, element(sort, span->begin), sort->scratch, sort->out * sort->size);
}

// Goes on until a comparison is needed (true, sort->waits) or all is sorted. False after
// a trap.
static bool run(VM *vm, Sort *sort) {
    while (sort->depth > 0) {
        SortSpan *span = &sort->stack[sort->depth - 1];
        uint64_t half = span->count / 2;
        if (span->state == 0) {
            span->state = 1;
            push(sort, span->begin, half);
        } else if (span->state == 1) {
            span->state = 2;
            push(sort, span->begin + half, span->count - half);
        } else if (span->state == 2) {
            span->state = 3;
            sort->left = span->begin;
            sort->left_end = sort->right = span->begin + half;
            sort->right_end = span->begin + span->count;
            sort->out = 0;
        } else if (sort->left < sort->left_end && sort->right < sort->right_end) {
            sort->waits = true;
            return true;
        } else {
            if (!finish_merge(vm, sort, span)) {
                return false;
            }
            sort->depth--;
        }
    }
    return true;
}

// long __sort_step(struct __sort *sort, int order)
NativeResult c_sort_step(NativeCall *call) {
    Sort *sort = vm_native_data(call->vm, call->args[0].p, &sort_class);
    if (!sort) {
        vm_trap(call->vm, TRAP_VALUE, "__sort_step needs what __sort_begin returned");
        return NATIVE_TRAP;
    }
    if (sort->waits) {
        sort->waits = false;
        // Not greater: the left one first, which makes the sort stable.
        bool is_left = arg_int(call, 1) <= 0;
        if (!emit(call->vm, sort, is_left ? sort->left : sort->right, 1)) {
            return NATIVE_TRAP;
        }
        sort->left += is_left;
        sort->right += !is_left;
    }
    if (!run(call->vm, sort)) {
        return NATIVE_TRAP;
    }
    if (!sort->waits) {
        return done_int(call, -1);
    }
    return done_uint(call, (sort->left * sort->size) << 32 | sort->right * sort->size);
}
