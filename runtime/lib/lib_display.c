// lib_display.c: values as a learner reads them. A Layout and a register or a place in
// memory enter, text leaves.
//
//     2   3.0   'a'   "hello"   true   RED   NULL   {x = 1, y = 2}   (int [3]) {1, 2, 3}
//     (int *) -> 42 task "Task-2" (running)   coroutine twice (not started)
//
// Always holds: displaying has no effect on the program and never faults (vm_peek). What
// is not initialised is shown as `?`, what is gone as that. Everything is bounded:
// elements of an array, pointers followed, text in all.
#include "lib/lib_async.h"
#include "lib/lib_core.h"
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

// Pointers that are followed inside one value: enough to see a list's shape.
#define DEPTH_MAX 4
// Nested aggregates.
#define NEST_MAX   12
#define TEXT_MAX   12000
#define STRING_MAX 1000

typedef struct Show {
    VM *vm;
    Str out;
    uint32_t pointers; // followed on the way here
    uint32_t nesting;
    bool is_inside; // of another value: no type is put in front of an array
} Show;

// A value in memory.
static void show_memory(Show *show, const Layout *layout, Ptr p);
// A value in a register; of aggregates it holds the place.
static void show_register(Show *show, const Layout *layout, Value value);

// Enough for one value: whoever shows it cuts further.
static bool is_full(const Show *show) {
    return show->out.count > TEXT_MAX;
}

// ---------------------------------------------------------------- numbers and characters

// The shortest digits that read back as the same number; with a point, so that a double
// looks like one.
static void show_double(Str *out, double value, bool is_float) {
    char text[40];
    for (int digits = is_float ? 6 : 15; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        double back = is_float ? (double)strtof(text, NULL) : strtod(text, NULL);
        if (back == value || isnan(value)) {
            break;
        }
    }
    str_puts(out, text);
    if (!strpbrk(text, ".en")) {
        str_puts(out, ".0");
    }
}

// One character as in a literal between `quote`s.
static void show_char_code(Str *out, uint8_t c, char quote) {
    static const char escapes[] = "\aa\bb\ff\nn\rr\tt\vv\\\\";
    if (c == (uint8_t)quote) {
        str_printf(out, "\\%c", c);
        return;
    }
    for (const char *e = escapes; *e; e += 2) {
        if ((uint8_t)*e == c) {
            str_printf(out, "\\%c", e[1]);
            return;
        }
    }
    if (c == 0) {
        str_puts(out, "\\0");
    } else if (c < 0x20 || c == 0x7f) {
        str_printf(out, "\\x%02x", c);
    } else {
        str_putc(out, (char)c);
    }
}

// 'a', '\n', '\xff'.
static void show_char(Str *out, int64_t value) {
    uint8_t c = (uint8_t)value;
    str_putc(out, '\'');
    if (c >= 0x80) {
        str_printf(out, "\\x%02x", c);
    } else {
        show_char_code(out, c, '\'');
    }
    str_putc(out, '\'');
}

// By its name, or as a number with its type.
static void show_enum(Str *out, const Layout *layout, int64_t value) {
    for (uint32_t i = 0; i < layout->enumerator_count; i++) {
        if (layout->enumerators[i].value == value) {
            str_puts(out, layout->enumerators[i].name);
            return;
        }
    }
    str_printf(out, "(%s) %lld", layout->name ? layout->name : "enum", (long long)value);
}

// ---------------------------------------------------------------- text

// Bytes between quotes; those that are no UTF-8 as escapes.
static void show_text(Str *out, const char *text, uint64_t length) {
    uint64_t shown = length < STRING_MAX ? length : STRING_MAX;
    str_putc(out, '"');
    for (uint64_t i = 0; i < shown;) {
        uint32_t c = 0;
        int size = lib_utf8_decode(text + i, length - i, &c);
        if (size <= 0) {
            str_printf(out, "\\x%02x", (uint8_t)text[i++]);
        } else if (size == 1) {
            show_char_code(out, (uint8_t)text[i++], '"');
        } else {
            str_add(out, text + i, (size_t)size);
            i += (uint64_t)size;
        }
    }
    str_putc(out, '"');
    if (shown < length) {
        str_printf(out, "... (%llu characters)", (unsigned long long)length);
    }
}

// The characters at p, at most `room`. False when they cannot be read or do not end.
static bool show_string_at(Show *show, Ptr p, uint64_t room) {
    uint64_t have = 0;
    const char *text = vm_peek(show->vm, p, room);
    const char *zero = text ? memchr(text, 0, room) : NULL;
    if (zero) {
        have = (uint64_t)(zero - text);
    } else {
        // Not all of it is initialised: a byte after the other.
        for (; have < room && have <= STRING_MAX; have++) {
            const char *c = vm_peek(show->vm, p + have, 1);
            if (!c) {
                return false;
            }
            if (!*c) {
                break;
            }
        }
        if (have == room || have > STRING_MAX) {
            return false;
        }
        text = vm_peek(show->vm, p, have + 1);
    }
    if (text) {
        show_text(&show->out, text, have);
    }
    return text != NULL;
}

// ---------------------------------------------------------------- handles

// NULL: p is no function.
static const char *function_name(VM *vm, Ptr p) {
    Fn *fn = vm_func(vm, p);
    return fn && fn->proto && fn->proto->name ? fn->proto->name : NULL;
}

// "pending", "done: 42", "failed: ValueError: ...".
static void show_future_state(Show *show, const Layout *layout, const Future *future) {
    switch ((FutureState)future->state) {
    case FUTURE_PENDING:
        str_puts(&show->out, "pending");
        break;
    case FUTURE_DONE:
        str_puts(&show->out, "done");
        if (layout->base && layout->base->kind != LAY_VOID) {
            str_puts(&show->out, ": ");
            show_register(show, layout->base, future->result);
        }
        break;
    case FUTURE_CANCELLED:
        str_puts(&show->out, "cancelled");
        break;
    case FUTURE_FAILED: {
        const ErrorObj *error = vm_error(show->vm, future->result.p);
        str_printf(&show->out, "failed: %s: %s",
                   error && error->name ? error->name : "error",
                   error && error->message ? error->message : "");
        break;
    }
    }
}

// A task by its name and state, a plain future by its state.
static void show_task(Show *show, const Layout *layout, Ptr p, Future *future) {
    static const char *const states[] = {"ready", "running", "waiting", "ended"};
    Task *task = task_from_ptr(show->vm, p);
    if (!task) {
        str_puts(&show->out, "future (");
        show_future_state(show, layout, future);
        str_putc(&show->out, ')');
        return;
    }
    str_printf(&show->out, "task \"%s\" (", task_name(task));
    if (future->state != FUTURE_PENDING) {
        show_future_state(show, layout, future);
    } else {
        char *waits = task_state(task) == TASK_WAITING
                          ? task_waiting_on(lib_of(show->vm)->loop, task)
                          : NULL;
        str_printf(&show->out, "%s%s%s", states[task_state(task)], waits ? " for " : "",
                   waits ? waits : "");
        mem_free(waits);
    }
    str_putc(&show->out, ')');
}

// A coroutine object or generator by its function.
static void show_coroutine(Show *show, const Coro *coro) {
    static const char *const states[] = {"not started", "running", "suspended", "done"};
    str_printf(&show->out, "%s %s (%s)",
               coro->proto->is_generator ? "generator" : "coroutine",
               coro->proto->name ? coro->proto->name : "?", states[coro->state & 3]);
}

// Any handle or pointer to one. False: p is no such object.
static bool show_handle(Show *show, const Layout *layout, Ptr p) {
    Future *future = vm_future(show->vm, p);
    Coro *coro = future ? NULL : vm_coro(show->vm, p);
    ErrorObj *error = future || coro ? NULL : vm_error(show->vm, p);
    if (future) {
        show_task(show, layout, p, future);
    } else if (coro) {
        show_coroutine(show, coro);
    } else if (error) {
        str_printf(&show->out, "%s: %s", error->name ? error->name : "error",
                   error->message ? error->message : "");
    } else {
        char *text = vm_describe(show->vm, p);
        if (!text) {
            return false;
        }
        str_puts(&show->out, text);
        mem_free(text);
    }
    return true;
}

// ---------------------------------------------------------------- pointers

// char, so that an array of it or a pointer to it may be a string.
static bool is_text(const Layout *layout) {
    return layout && layout->kind == LAY_CHAR && layout->size_bytes == 1;
}

// `(int *) -> 42`
static void show_target(Show *show, const Layout *layout, Ptr p) {
    const Layout *base = layout->base;
    str_printf(&show->out, "(%s)", layout->name ? layout->name : "pointer");
    uint64_t extent = vm_extent(show->vm, p);
    ObjKind kind = vm_kind(show->vm, p);
    if (kind == OBJ_FREE) {
        str_puts(&show->out, " dangling: what it pointed to is gone");
    } else if (extent == 0 || (base && base->size_bytes > extent)) {
        str_puts(&show->out,
                 ptr_offset(p) == 0 ? " to nothing" : " past the end of its object");
    } else if (!base || base->kind == LAY_VOID || base->size_bytes == 0) {
        str_printf(&show->out, " to %llu byte%s", (unsigned long long)extent,
                   extent == 1 ? "" : "s");
    } else if (show->pointers >= DEPTH_MAX) {
        str_puts(&show->out, " -> ...");
    } else {
        str_puts(&show->out, " -> ");
        show->pointers++;
        show_memory(show, base, p);
        show->pointers--;
    }
}

// What a pointer points to says more than its bits: text, a function, a handle, a value.
static void show_pointer(Show *show, const Layout *layout, Ptr p) {
    const char *name;
    if (!p) {
        str_puts(&show->out, "NULL");
    } else if ((name = function_name(show->vm, p)) != NULL) {
        str_puts(&show->out, name);
    } else if (is_text(layout->base) && vm_extent(show->vm, p) > 0 &&
               show_string_at(show, p, vm_extent(show->vm, p))) {
        return;
    } else if (!layout->base || layout->base->size_bytes == 0 ||
               layout->base->kind == LAY_VOID) {
        if (!show_handle(show, layout, p)) {
            show_target(show, layout, p);
        }
    } else {
        show_target(show, layout, p);
    }
}

// ---------------------------------------------------------------- aggregates

// {1, 2, 3}, or text when it is an array of char that ends in a zero.
static void show_array(Show *show, const Layout *layout, Ptr p) {
    const Layout *base = layout->base;
    uint32_t size = base ? base->size_bytes : 0;
    uint64_t count = layout->count;
    if (count == 0 && size > 0) {
        // A flexible or variable-length array: what its object holds.
        count = vm_extent(show->vm, p) / size;
    }
    if (is_text(base) && count > 0 && show_string_at(show, p, count)) {
        return;
    }
    if (!show->is_inside && layout->name) {
        str_printf(&show->out, "(%s) ", layout->name);
    }
    bool was_inside = show->is_inside;
    show->is_inside = true;
    str_putc(&show->out, '{');
    uint64_t shown = count < LIMIT_DISPLAY_ELEMENTS ? count : LIMIT_DISPLAY_ELEMENTS;
    uint64_t i = 0;
    for (; i < shown && size > 0 && !is_full(show); i++) {
        str_puts(&show->out, i ? ", " : "");
        show_memory(show, base, p + i * size);
    }
    if (i < count) {
        str_printf(&show->out, ", ... %llu more", (unsigned long long)(count - i));
    }
    str_putc(&show->out, '}');
    show->is_inside = was_inside;
}

// A field of bits, from the bytes it lies in.
static void show_bit_field(Show *show, const LayoutField *field, Ptr p) {
    const Layout *layout = field->layout;
    // Only the bytes that hold the field: the unit may reach beyond what is initialised.
    uint32_t first = field->bit_offset / 8,
             last = (field->bit_offset + field->bit_width - 1u) / 8;
    const uint8_t *bytes =
        vm_peek(show->vm, p + field->offset_bytes + first, last - first + 1);
    if (!bytes) {
        str_putc(&show->out, '?');
        return;
    }
    uint32_t low = field->bit_offset % 8; // bits of the first byte that are not its own
    uint64_t bits = bytes[0] >> low;
    for (uint32_t i = 1; i < last - first + 1; i++) { // a packed field has up to nine
        bits |= (uint64_t)bytes[i] << (8 * i - low);
    }
    uint32_t unused = 64u - field->bit_width;
    bool is_signed = layout->kind == LAY_INT || layout->kind == LAY_CHAR ||
                     (layout->kind == LAY_ENUM && layout->is_signed);
    Value value = {.u = bits << unused};
    value.u = is_signed ? (uint64_t)(value.i >> unused) : value.u >> unused;
    show_register(show, layout, value);
}

// name = value, ...; members of anonymous structs as the outer one's own
// (C17 6.7.2.1p13).
static void show_fields(Show *show, const Layout *layout, Ptr p, bool *is_first) {
    for (uint32_t i = 0;
         i < layout->field_count && i < LIMIT_DISPLAY_ELEMENTS && !is_full(show); i++) {
        const LayoutField *field = &layout->fields[i];
        bool is_record =
            field->layout->kind == LAY_STRUCT || field->layout->kind == LAY_UNION;
        if (!field->name) {
            if (is_record && show->nesting < NEST_MAX) {
                show->nesting++;
                show_fields(show, field->layout, p + field->offset_bytes, is_first);
                show->nesting--;
            }
            continue;
        }
        str_printf(&show->out, "%s%s = ", *is_first ? "" : ", ", field->name);
        *is_first = false;
        if (field->bit_width) {
            show_bit_field(show, field, p);
        } else {
            show_memory(show, field->layout, p + field->offset_bytes);
        }
    }
}

// {x = 1, y = 2}
static void show_record(Show *show, const Layout *layout, Ptr p) {
    bool was_inside = show->is_inside, is_first = true;
    show->is_inside = true;
    str_putc(&show->out, '{');
    show_fields(show, layout, p, &is_first);
    str_putc(&show->out, '}');
    show->is_inside = was_inside;
}

// ---------------------------------------------------------------- any value

// A scalar's bytes as a register in canonical form (vm/value.h).
static Value load(const Layout *layout, const void *bytes) {
    Value value = {0};
    bool is_signed = layout->kind == LAY_INT || layout->kind == LAY_CHAR ||
                     (layout->kind == LAY_ENUM && layout->is_signed);
    if (layout->kind == LAY_FLOAT) {
        float f;
        memcpy(&f, bytes, sizeof f);
        value.f = (double)f;
        return value;
    }
    uint32_t size = layout->size_bytes < 8 ? layout->size_bytes : 8;
    memcpy(&value, bytes, size);
    if (is_signed && size > 0 && size < 8) {
        uint32_t unused = 64 - 8 * size;
        value.u <<= unused;
        value.i >>= unused;
    }
    return value;
}

static void show_memory(Show *show, const Layout *layout, Ptr p) {
    if (is_full(show) || show->nesting >= NEST_MAX) {
        str_puts(&show->out, "...");
        return;
    }
    show->nesting++;
    if (layout->kind == LAY_ARRAY) {
        show_array(show, layout, p);
    } else if (layout->kind == LAY_STRUCT || layout->kind == LAY_UNION) {
        show_record(show, layout, p);
    } else if (layout->kind == LAY_FUNC) {
        show_pointer(show, layout, p);
    } else {
        const void *bytes =
            layout->size_bytes ? vm_peek(show->vm, p, layout->size_bytes) : NULL;
        if (bytes) {
            show_register(show, layout, load(layout, bytes));
        } else {
            str_putc(&show->out, '?');
        }
    }
    show->nesting--;
}

static void show_register(Show *show, const Layout *layout, Value value) {
    Str *out = &show->out;
    switch (layout->kind) {
    case LAY_VOID:
        str_puts(out, "void");
        break;
    case LAY_BOOL:
        str_puts(out, value.u ? "true" : "false");
        break;
    case LAY_CHAR:
        show_char(out, value.i);
        break;
    case LAY_INT:
        str_printf(out, "%lld", (long long)value.i);
        break;
    case LAY_UINT:
        str_printf(out, "%llu", (unsigned long long)value.u);
        break;
    case LAY_FLOAT:
    case LAY_DOUBLE:
        show_double(out, value.f, layout->kind == LAY_FLOAT);
        break;
    case LAY_ENUM:
        show_enum(out, layout, value.i);
        break;
    case LAY_POINTER:
    case LAY_FUNC:
        show_pointer(show, layout, value.p);
        break;
    case LAY_ARRAY:
    case LAY_STRUCT:
    case LAY_UNION:
        show_memory(show, layout, value.p);
        break;
    case LAY_COROUTINE:
    case LAY_TASK:
    case LAY_FUTURE:
    case LAY_GENERATOR:
    case LAY_QUEUE:
    case LAY_HANDLE:
        if (!value.p) {
            str_puts(out, "NULL");
        } else if (!show_handle(show, layout, value.p)) {
            str_printf(out, "(%s) gone", layout->name ? layout->name : "handle");
        }
        break;
    }
}

char *lib_format_value(VM *vm, const Layout *layout, Value value) {
    Show show = {.vm = vm};
    show_register(&show, layout, value);
    return str_take(&show.out);
}

// ---------------------------------------------------------------- the emitter's natives

// __show(layout, value): the value of a cell's last expression.
NativeResult c_show(NativeCall *call) {
    Lib *lib = lib_here(call);
    const Layout *layout = (const Layout *)(uintptr_t)call->args[0].u;
    if (layout->kind == LAY_VOID) {
        return done();
    }
    char *text = lib_format_value(call->vm, layout, call->args[1]);
    lib->hooks.result(lib->hooks.ctx, lib_cell(lib), text);
    mem_free(text);
    return done();
}

// __magic(text): a line magic: the language's own, or the host's.
NativeResult c_magic(NativeCall *call) {
    Lib *lib = lib_here(call);
    const char *line = (const char *)(uintptr_t)call->args[0].u;
    NativeResult outcome;
    if (async_clock_line(call, line, &outcome)) {
        return outcome;
    }
    char *message = lib->hooks.magic(lib->hooks.ctx, lib_cell(lib), line);
    if (message) {
        vm_trap(call->vm, TRAP_RUNTIME, "%s", message);
        mem_free(message);
        return NATIVE_TRAP;
    }
    // One that waits (%wait) has told the loop so.
    const Task *task = loop_current(lib->loop);
    return task != NULL && task_state(task) != TASK_RUNNING ? NATIVE_PENDING : done();
}

bool lib_load_value(VM *vm, const Layout *layout, Ptr p, Value *value) {
    assert(layout->size_bytes > 0);
    if (vm_extent(vm, p) < layout->size_bytes) {
        return false;
    }
    const void *bytes = vm_read(vm, p, layout->size_bytes);
    if (bytes != NULL) {
        *value = load(layout, bytes);
    }
    return bytes != NULL;
}
