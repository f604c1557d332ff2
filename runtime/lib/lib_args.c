// lib_args.c: the arguments behind a format's `...`: from the call itself, or from a
// va_list.
//
// A cursor knows each argument's value and type (VarDesc) and hands out checked memory
// behind pointers. printf and scanf see no difference between printf(f, x) and vprintf(f,
// ap), except that an argument of the call itself is held to the array it was given by
// name (native_write), while one of a va_list is held to its object.
//
// Read next: lib_printf.c, lib_scanf.c.
#include "lib/lib_core.h"
#include <assert.h>

ArgCursor cursor_of_call(NativeCall *call) {
    ArgCursor cursor = {.call = call};
    if (call->va) {
        assert(call->va->count <= call->arg_count);
        cursor.types = call->va;
        cursor.count = call->va->count;
        cursor.values = call->args + (call->arg_count - call->va->count);
        cursor.first = call->arg_count - call->va->count + 1;
    }
    return cursor;
}

bool cursor_of_va_list(NativeCall *call, uint32_t i, ArgCursor *cursor) {
    VaArea *area = native_va_area(call, i);
    if (!area) {
        return false;
    }
    *cursor = (ArgCursor){.call = call,
                          .types = area->types,
                          .values = area->values,
                          .first = 1,
                          .area = area};
    cursor->count = area->count;
    cursor->at = area->at;
    return true;
}

void *cursor_write(const ArgCursor *cursor, uint32_t at, uint64_t n) {
    NativeCall *call = cursor->call;
    return cursor->area ? vm_write(call->vm, cursor->values[at].p, n)
                        : native_write(call, cursor->first - 1 + at, n);
}

const char *cursor_string(const ArgCursor *cursor, uint32_t at, uint64_t n,
                          uint64_t *length) {
    NativeCall *call = cursor->call;
    uint32_t i = cursor->first - 1 + at;
    if (n == UINT64_MAX) {
        return cursor->area ? vm_read_string(call->vm, cursor->values[at].p, 1, length)
                            : native_string(call, i, length);
    }
    return cursor->area ? lib_bounded_string_at(call, cursor->values[at].p, n, length)
                        : lib_bounded_string(call, i, n, length);
}

const char *cursor_type_name(const ArgCursor *cursor, uint32_t at) {
    static const char *const names[] = {
        "signed char", "unsigned char", "short",         "unsigned short", "int",
        "unsigned",    "long",          "unsigned long", "float",          "double",
        "bool",        "pointer",       "handle",        "struct"};
    if (cursor->types->layouts && cursor->types->layouts[at] &&
        cursor->types->layouts[at]->name) {
        return cursor->types->layouts[at]->name;
    }
    uint8_t type = cursor->types->types[at];
    return type < COUNT_OF(names) ? names[type] : "value";
}
