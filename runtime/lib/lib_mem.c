// lib_mem.c: malloc and its family. Sizes enter, checked pointers leave; what an object
// is and when it dies is vm/'s business (vm_alloc, vm_free, vm_realloc), and so are the
// faults of free.
//
// A size that no object can have (more than LIMIT_OBJECT_BYTES) gives NULL and ENOMEM, as
// C says. Reaching the session's heap limit is a fault: a program that does not look at
// malloc's result would only fail later.
#include "lib/lib_core.h"
#include <errno.h>

static NativeResult no_memory(NativeCall *call) {
    lib_errno_set(lib_here(call), ENOMEM);
    return done_ptr(call, 0);
}

static NativeResult allocate(NativeCall *call, uint64_t size, bool zeroed) {
    if (size > LIMIT_OBJECT_BYTES) {
        return no_memory(call);
    }
    vm_make_room(call->vm, size);
    Ptr p = vm_alloc(call->vm, OBJ_HEAP, size, zeroed, vm_where(call->vm));
    return p ? done_ptr(call, p) : NATIVE_TRAP;
}

// void *malloc(size_t size): C17 7.22.3
NativeResult c_malloc(NativeCall *call) {
    return allocate(call, call->args[0].u, false);
}

// void *calloc(size_t count, size_t size): C17 7.22.3
NativeResult c_calloc(NativeCall *call) {
    uint64_t size = 0;
    if (__builtin_mul_overflow(call->args[0].u, call->args[1].u, &size)) {
        return no_memory(call);
    }
    return allocate(call, size, true);
}

// void free(void *p): C17 7.22.3
NativeResult c_free(NativeCall *call) {
    if (call->args[0].p && !vm_free(call->vm, call->args[0].p)) {
        return NATIVE_TRAP;
    }
    return done();
}

// Is what the program says of a block true? Free tells what is wrong with other pointers.
static NativeResult free_known(NativeCall *call, uint64_t said_bytes) {
    uint64_t has_bytes = vm_extent(call->vm, call->args[0].p);
    if (has_bytes > 0 && has_bytes != said_bytes) {
        vm_trap(call->vm, TRAP_BAD_FREE,
                "the block has %llu bytes, but the program says that it asked for %llu",
                (unsigned long long)has_bytes, (unsigned long long)said_bytes);
        return NATIVE_TRAP;
    }
    return c_free(call);
}

// void free_sized(void *p, size_t size): C23 7.24.3.4
NativeResult c_free_sized(NativeCall *call) {
    return free_known(call, call->args[1].u);
}

// void free_aligned_sized(void *p, size_t alignment, size_t size): C23 7.24.3.5
NativeResult c_free_aligned_sized(NativeCall *call) {
    return free_known(call, call->args[2].u);
}

static NativeResult reallocate(NativeCall *call, Ptr p, uint64_t size) {
    if (!p) {
        return allocate(call, size, false);
    }
    if (size == 0) {
        // As glibc: frees, and gives NULL.
        return vm_free(call->vm, p) ? done_ptr(call, 0) : NATIVE_TRAP;
    }
    if (size > LIMIT_OBJECT_BYTES) {
        return no_memory(call);
    }
    Ptr moved = vm_realloc(call->vm, p, size, vm_where(call->vm));
    return moved ? done_ptr(call, moved) : NATIVE_TRAP;
}

// void *realloc(void *p, size_t size): C17 7.22.3
NativeResult c_realloc(NativeCall *call) {
    return reallocate(call, call->args[0].p, call->args[1].u);
}

// void *reallocarray(void *p, size_t count, size_t size): GNU
NativeResult c_reallocarray(NativeCall *call) {
    uint64_t size = 0;
    if (__builtin_mul_overflow(call->args[1].u, call->args[2].u, &size)) {
        return no_memory(call);
    }
    return reallocate(call, call->args[0].p, size);
}

static bool is_power_of_two(uint64_t n) {
    return n && (n & (n - 1)) == 0;
}

// void *aligned_alloc(size_t alignment, size_t size): C17 7.22.3.
// Every object begins at offset 0 of its pointers, so every alignment holds by itself.
NativeResult c_aligned_alloc(NativeCall *call) {
    if (!is_power_of_two(call->args[0].u)) {
        lib_errno_set(lib_here(call), EINVAL);
        return done_ptr(call, 0);
    }
    return allocate(call, call->args[1].u, false);
}

// int posix_memalign(void **p, size_t alignment, size_t size): POSIX
NativeResult c_posix_memalign(NativeCall *call) {
    if (!is_power_of_two(call->args[1].u) || call->args[1].u % 8 != 0) {
        return done_int(call, EINVAL);
    }
    if (call->args[2].u > LIMIT_OBJECT_BYTES) {
        return done_int(call, ENOMEM);
    }
    Ptr p = vm_alloc(call->vm, OBJ_HEAP, call->args[2].u, false, vm_where(call->vm));
    Ptr *to = p ? native_write(call, 0, sizeof *to) : NULL;
    if (!to) {
        return NATIVE_TRAP;
    }
    *to = p;
    return done_int(call, 0);
}

// void __array_room(const void *array, long count, unsigned long size): what `static` in a
// parameter says of its argument (C17 6.7.6.3p7). A pointer to memory that is gone is left
// to the first access, which can say more of it.
NativeResult lib_array_room(NativeCall *call) {
    Ptr array = call->args[0].p;
    int64_t count = call->args[1].i;
    uint64_t size = call->args[2].u, have = vm_extent(call->vm, array) / size;
    if (count <= 0) {
        return done();
    }
    if (!array) {
        vm_trap(call->vm, TRAP_NULL_POINTER,
                "a null pointer is passed where `static` asks for an array of at least "
                "%lld element%s",
                (long long)count, count == 1 ? "" : "s");
        return NATIVE_TRAP;
    }
    if (have >= (uint64_t)count || !vm_peek(call->vm, array, 0)) {
        return done();
    }
    vm_trap(call->vm, TRAP_OUT_OF_BOUNDS,
            "`static` asks for an array of at least %lld element%s, but the one that is "
            "passed has %llu",
            (long long)count, count == 1 ? "" : "s", (unsigned long long)have);
    vm_trap_note(call->vm, (Span){0},
                 "pass an array that is large enough; without `static` nothing is asked");
    return NATIVE_TRAP;
}

Ptr lib_heap_string(NativeCall *call, const char *text, uint64_t length) {
    Ptr p = vm_alloc(call->vm, OBJ_HEAP, length + 1, false, vm_where(call->vm));
    char *to = p ? vm_write(call->vm, p, length + 1) : NULL;
    if (!to) {
        return 0;
    }
    if (length) {
        memcpy(to, text, length);
    }
    to[length] = 0;
    return p;
}
