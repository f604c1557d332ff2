// native.c: the program's memory as the library's C functions see it.
//
// What enters is a pointer of the program and how many bytes a native means to touch;
// what leaves is a machine address, good until the native returns, or NULL with vm->trap
// set. vm_read and kin hold an access to its object; native_read and kin also to the
// array that an argument was given by name (instruction NARROW).
#include "vm/native.h"

#include "vm/fault.h"
#include "vm/frame.h"
#include <assert.h>

// The way every access of a native goes that the fast check did not answer.
static void *checked(VM *vm, Ptr p, uint64_t n, Access access) {
    char *address;
    AccessFault fault = object_access(&vm->objects, p, n, access, &address);
    if (fault == ACC_OK)
        return address;
    fault_access(vm, fault, p, 0, n, access);
    return NULL;
}

const void *vm_read(VM *vm, Ptr p, uint64_t n) {
    if (n <= UINT32_MAX) {
        const void *fast = obj_fast_read(vm->objects.hot, p, (uint32_t)n);
        if (fast && n)
            return fast;
    }
    return checked(vm, p, n, ACCESS_READ);
}

void *vm_write(VM *vm, Ptr p, uint64_t n) {
    if (n <= UINT32_MAX) {
        void *fast = obj_fast_write(vm->objects.hot, p, (uint32_t)n);
        if (fast && n)
            return fast;
    }
    return checked(vm, p, n, ACCESS_WRITE);
}

const void *vm_peek(VM *vm, Ptr p, uint64_t n) {
    char *address;
    return object_access(&vm->objects, p, n, ACCESS_READ, &address) == ACC_OK ? address
                                                                              : NULL;
}

uint64_t vm_extent(VM *vm, Ptr p) {
    char *address;
    if (object_access(&vm->objects, p, 0, ACCESS_PEEK, &address) != ACC_OK)
        return 0;
    return vm->objects.cold[ptr_index(p)].size_bytes - (uint32_t)ptr_offset(p);
}

bool vm_copy(VM *vm, Ptr to, Ptr from, uint64_t n) {
    Ptr faulty;
    AccessFault fault = object_copy(&vm->objects, to, from, n, &faulty);
    if (fault == ACC_OK)
        return true;
    fault_access(vm, fault, faulty, 0, n, faulty == to ? ACCESS_WRITE : ACCESS_READ);
    return false;
}

// ---------------------------------------------------------------- strings

static bool is_zero_unit(const char *at, uint32_t char_bytes) {
    for (uint32_t i = 0; i < char_bytes; i++) {
        if (at[i])
            return false;
    }
    return true;
}

// Units before the zero among `count`, or count when there is none.
static uint64_t unit_length(const char *text, uint64_t count, uint32_t char_bytes) {
    if (char_bytes == 1) {
        const char *zero = memchr(text, 0, count);
        return zero ? (uint64_t)(zero - text) : count;
    }
    for (uint64_t i = 0; i < count; i++) {
        if (is_zero_unit(text + i * char_bytes, char_bytes))
            return i;
    }
    return count;
}

// A string at p that has to end within `room` bytes.
static const void *read_string(VM *vm, Ptr p, uint32_t char_bytes, uint64_t room,
                               uint64_t *length) {
    const char *text = checked(vm, p, 0, ACCESS_READ);
    if (!text)
        return NULL;
    uint32_t index = ptr_index(p), offset = (uint32_t)ptr_offset(p);
    uint32_t good = object_init_run(&vm->objects, index, offset, (uint32_t)room);
    uint64_t units = good / char_bytes;
    uint64_t found = unit_length(text, units, char_bytes);
    if (found < units) {
        *length = found;
        return text;
    }
    if (good < room && good + char_bytes <= room) { // uninitialised bytes come first
        fault_access(vm, ACC_UNINIT, p, (int64_t)(units * char_bytes), char_bytes,
                     ACCESS_READ);
        return NULL;
    }
    char object[256];
    fault_describe(vm, index, object, sizeof object);
    const char *by = vm->native ? vm->native->name : "the library";
    vm_trap(
        vm, TRAP_OUT_OF_BOUNDS,
        "`%s` reads past the end of %s: no terminating zero among its last %llu byte%s",
        by, object, (unsigned long long)room, room == 1 ? "" : "s");
    vm_trap_note(
        vm, (Span){0},
        "a string needs one byte more than it has characters, for the final '\\0'");
    return NULL;
}

// Most strings: bytes, initialised, with their zero. Looks at the hot entry alone; NULL:
// ask read_string.
static const char *fast_string(const VM *vm, Ptr p, uint64_t *length) {
    const ObjHot *o = &vm->objects.hot[ptr_index(p)];
    if ((o->base ^ p) >> 58 || (uint32_t)p >= o->readable)
        return NULL;
    const char *text =
        (const char *)(uintptr_t)(o->base & OBJ_ADDRESS_MASK) + (uint32_t)p;
    const char *zero = memchr(text, 0, o->readable - (uint32_t)p);
    if (!zero)
        return NULL;
    *length = (uint64_t)(zero - text);
    return text;
}

const void *vm_read_string(VM *vm, Ptr p, uint32_t char_bytes, uint64_t *length) {
    assert(char_bytes == 1 || char_bytes == 2 || char_bytes == 4);
    const char *fast = char_bytes == 1 ? fast_string(vm, p, length) : NULL;
    if (fast)
        return fast;
    return read_string(vm, p, char_bytes, vm_extent(vm, p), length);
}

// ---------------------------------------------------------------- arguments

// How many bytes argument i was narrowed to; the object's extent when it was not.
static uint64_t argument_extent(const NativeCall *call, uint32_t i, bool *is_narrowed) {
    assert(i < call->arg_count);
    uint64_t extent = vm_extent(call->vm, call->args[i].p);
    const Fiber *fiber = call->vm->now.fiber;
    const Locals *locals = fiber ? fiber->locals : NULL;
    *is_narrowed = false;
    for (uint32_t n = 0; locals && n < locals->narrow_count; n++) {
        if (fiber_registers(fiber) + locals->narrows[n].reg != call->args + i)
            continue;
        *is_narrowed = locals->narrows[n].bytes < extent;
        return *is_narrowed ? locals->narrows[n].bytes : extent;
    }
    return extent;
}

// Argument i, when it was given by the name of an array inside an object, ends with the
// array.
static bool check_narrow(NativeCall *call, uint32_t i, uint64_t n, bool is_write) {
    const Locals *locals = call->vm->now.fiber ? call->vm->now.fiber->locals : NULL;
    if (!locals || !locals->narrow_count)
        return true;
    bool is_narrowed;
    uint64_t extent = argument_extent(call, i, &is_narrowed);
    if (!is_narrowed || n <= extent)
        return true;
    char object[256];
    fault_describe(call->vm, ptr_index(call->args[i].p), object, sizeof object);
    vm_trap(call->vm, TRAP_OUT_OF_BOUNDS,
            "`%s` %s past the end of an array inside %s: needs %llu bytes, but the array "
            "has %llu",
            call->vm->native->name, is_write ? "writes" : "reads", object,
            (unsigned long long)n, (unsigned long long)extent);
    return false;
}

const void *native_read(NativeCall *call, uint32_t i, uint64_t n) {
    return check_narrow(call, i, n, false) ? vm_read(call->vm, call->args[i].p, n) : NULL;
}

void *native_write(NativeCall *call, uint32_t i, uint64_t n) {
    return check_narrow(call, i, n, true) ? vm_write(call->vm, call->args[i].p, n) : NULL;
}

static const void *string_argument(const NativeCall *call, uint32_t i,
                                   uint32_t char_bytes, uint64_t *length) {
    const Locals *locals = call->vm->now.fiber ? call->vm->now.fiber->locals : NULL;
    if (!locals || !locals->narrow_count)
        return vm_read_string(call->vm, call->args[i].p, char_bytes, length);
    bool is_narrowed;
    uint64_t extent = argument_extent(call, i, &is_narrowed);
    return read_string(call->vm, call->args[i].p, char_bytes, extent, length);
}

const char *native_string(NativeCall *call, uint32_t i, uint64_t *length) {
    return string_argument(call, i, 1, length);
}

const wchar_t *native_wide_string(NativeCall *call, uint32_t i, uint64_t *length) {
    return string_argument(call, i, sizeof(wchar_t), length);
}

uint64_t native_extent(NativeCall *call, uint32_t i) {
    bool is_narrowed;
    return argument_extent(call, i, &is_narrowed);
}

VaArea *native_va_area(NativeCall *call, uint32_t i) {
    assert(i < call->arg_count);
    return vm_va_area(call->vm, call->args[i].p);
}
