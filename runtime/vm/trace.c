// trace.c: tracebacks are copied out of frames when an error happens, since the frames
// are gone when it is shown.
//
// What enters is a fiber with its state saved; what leaves is owned by the caller
// (trace_free). Reading follows the linkage of frame.h inwards to outwards, and from a
// generator's fiber to whoever resumed it. Nothing here traps or changes anything: what
// cannot be read is shown as what it is.
#include "vm/trace.h"

#include "base/limits.h"
#include "vm/fault.h"
#include "vm/ops.h"
#include "vm/trap.h"
#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#define MAX_TEXT_CHARS 40
#define MAX_ELEMENTS   8
#define MAX_DEPTH      2
#define MAX_VARS       12

// ---------------------------------------------------------------- walking

// The call compiled in place that this place in the code belongs to.
static void find_inlined(FrameWalk *walk) {
    walk->inner = 0;
    walk->inlined = proto_inlined_at(walk_code(walk), walk_index(walk));
}

FrameWalk walk_begin(const VM *vm, const Fiber *innermost) {
    FrameWalk walk = {.fiber = innermost,
                      .base = fiber_base(innermost),
                      .pc = innermost->pc,
                      .k = innermost->k,
                      .is_next = fiber_pc_is_next(innermost),
                      .link = TRACE_CALL,
                      .vm = vm};
    find_inlined(&walk);
    return walk;
}

// What it was executing: the call of the row inside, or the instruction.
static Span walk_span(const FrameWalk *walk) {
    const Proto *code = walk_code(walk);
    return walk->inner ? code->inlined[walk->inner - 1].span
                       : trap_span(code, walk_index(walk));
}

// Out of a fiber. A coroutine that its awaiter resumed counts as called.
static bool walk_resumer(FrameWalk *walk) {
    const Fiber *driver = fiber_resumer(walk->fiber);
    if (!driver)
        return false;
    bool is_await = insn_op(driver->pc[-2]) == OP_AWAIT;
    *walk = walk_begin(walk->vm, driver);
    walk->is_next = false;
    find_inlined(walk);
    walk->link = is_await ? TRACE_CALL : TRACE_RESUME;
    return true;
}

bool walk_out(FrameWalk *walk) {
    if (walk->inlined) {
        walk->inner = walk->inlined;
        walk->inlined = walk_code(walk)->inlined[walk->inner - 1].outer;
        walk->link = TRACE_CALL;
        return true;
    }
    if (walk->base == walk->fiber->bottom)
        return walk_resumer(walk);
    const Value *R = fiber_stack(walk->fiber) + walk->base;
    walk->pc = (const Insn *)(uintptr_t)R[-3].u;
    walk->k = (const uint64_t *)(uintptr_t)R[-2].u;
    walk->base -= (uint32_t)(R[-1].u & LINK_DELTA_MASK);
    walk->is_next = false;
    walk->link = TRACE_CALL;
    find_inlined(walk);
    if (k_proto(walk->k) == walk->vm->await_proto)
        return walk_out(walk); // once: below it stands an awaiter's own frame
    return true;
}

// ---------------------------------------------------------------- values as text

static void put_char(Str *out, unsigned c, char quote) {
    if (c == (unsigned char)quote || c == '\\')
        str_printf(out, "\\%c", c);
    else if (c == '\n')
        str_puts(out, "\\n");
    else if (c == '\t')
        str_puts(out, "\\t");
    else if ((c >= 0x80 && quote == '"') || isprint((int)c)) // part of a character
        str_putc(out, (char)c);
    else
        str_printf(out, c ? "\\x%02x" : "\\%o", c);
}

static void put_text(Str *out, const char *text, uint64_t room) {
    str_putc(out, '"');
    uint64_t i = 0;
    for (; i < room && i < MAX_TEXT_CHARS && text[i]; i++)
        put_char(out, (unsigned char)text[i], '"');
    str_puts(out, i < room && text[i] ? "...\"" : "\"");
}

// What a pointer points at, by name where it has one: addresses tell a learner nothing.
static void put_pointee(VM *vm, Str *out, Ptr p) {
    if (p == 0) {
        str_puts(out, "NULL");
        return;
    }
    if (ptr_base(p) == 0) { // a member or an element of what is not there
        str_printf(out, "NULL + %d bytes", ptr_offset(p));
        return;
    }
    if (!object_is_live(&vm->objects, p)) {
        str_puts(out, ptr_index(p) && ptr_generation(p) ? "(dangling)" : "(wild)");
        return;
    }
    const ObjCold *cold = &vm->objects.cold[ptr_index(p)];
    const Layout *layout = object_layout(cold);
    bool is_named = cold->kind != OBJ_HEAP && object_is_memory((ObjKind)cold->kind) &&
                    cold->what.site && cold->what.site->name;
    int32_t offset = ptr_offset(p);
    if (vm_kind(vm, p) == OBJ_FUNC) {
        str_puts(out, vm_func(vm, p)->proto->name);
    } else if (!is_named) {
        char object[64];
        fault_describe(vm, ptr_index(p), object, sizeof object);
        if (cold->kind == OBJ_NATIVE || (cold->flags & OF_VA_AREA))
            str_puts(out, object); // what it is, not where: it is a handle
        else if (offset)
            str_printf(out, "pointer to byte %d of %s", offset, object);
        else
            str_printf(out, "pointer to %s", object);
    } else if (layout && layout->kind == LAY_ARRAY && layout->base &&
               layout->base->size_bytes) {
        str_printf(out, "&%s[%d]", cold->what.site->name,
                   offset / (int32_t)layout->base->size_bytes);
    } else {
        str_printf(out, "&%s", cold->what.site->name);
        if (offset)
            str_printf(out, " + %d bytes", offset);
    }
}

static void put_handle(VM *vm, Str *out, const Layout *layout, Ptr p) {
    static const char *const states[] = {"pending", "done", "failed", "cancelled"};
    if (p == 0) {
        str_puts(out, "NULL");
    } else if (vm_future(vm, p)) {
        const Future *future = vm_future(vm, p);
        str_printf(out, "%s, %s", future->is_task ? "task" : "future",
                   states[future->state & 3]);
    } else if (vm_coro(vm, p)) {
        str_printf(out, "%s of %s", vm_kind(vm, p) == OBJ_GEN ? "generator" : "coroutine",
                   vm_coro(vm, p)->proto->name);
    } else {
        str_puts(out, layout->name ? layout->name : "handle");
    }
}

// By the type's width and signedness; the register may hold more bits.
static void put_integer(Str *out, const Layout *layout, uint64_t bits) {
    uint32_t shift = layout->size_bytes < 8 ? 64 - layout->size_bytes * 8 : 0;
    int64_t as_signed = (int64_t)(bits << shift) >> shift;
    uint64_t as_unsigned = bits << shift >> shift;
    if (layout->kind == LAY_BOOL) {
        str_puts(out, as_unsigned ? "true" : "false");
    } else if (layout->kind == LAY_CHAR) {
        str_putc(out, '\'');
        put_char(out, (unsigned char)as_unsigned, '\'');
        str_putc(out, '\'');
    } else if (layout->kind == LAY_UINT ||
               (layout->kind == LAY_ENUM && !layout->is_signed)) {
        str_printf(out, "%llu", (unsigned long long)as_unsigned);
    } else {
        str_printf(out, "%lld", (long long)as_signed);
    }
}

// The initialised bytes from p on that a string may have; *text is set when there are
// any.
static uint64_t text_room(VM *vm, Ptr p, uint64_t max, const char **text) {
    char *address;
    if (object_access(&vm->objects, p, 0, ACCESS_PEEK, &address) != ACC_OK)
        return 0;
    uint64_t extent = vm_extent(vm, p);
    *text = address;
    return object_init_run(&vm->objects, ptr_index(p), (uint32_t)ptr_offset(p),
                           (uint32_t)(extent < max ? extent : max));
}

// A pointer to characters as the string it points at; false: it is none.
static bool put_string(VM *vm, Str *out, const Layout *layout, Ptr p) {
    const char *text;
    if (!layout->base || layout->base->kind != LAY_CHAR)
        return false;
    uint64_t room = text_room(vm, p, UINT32_MAX, &text);
    if (room)
        put_text(out, text, room);
    return room != 0;
}

// Anything of 8 bytes at most but floating point, from its bits.
static void put_scalar(VM *vm, Str *out, const Layout *layout, uint64_t bits) {
    for (uint32_t i = 0; layout->kind == LAY_ENUM && i < layout->enumerator_count; i++) {
        uint32_t shift = layout->size_bytes < 8 ? 64 - layout->size_bytes * 8 : 0;
        if (((uint64_t)layout->enumerators[i].value << shift) == bits << shift) {
            str_puts(out, layout->enumerators[i].name);
            return;
        }
    }
    if (layout->kind >= LAY_COROUTINE)
        put_handle(vm, out, layout, bits);
    else if (layout->kind != LAY_POINTER)
        put_integer(out, layout, bits);
    else if (!put_string(vm, out, layout, bits))
        put_pointee(vm, out, bits);
}

static void put_double(Str *out, double f) {
    for (int digits = 6; digits <= 17;
         digits++) { // the shortest that reads back as the same number
        char buf[40];
        snprintf(buf, sizeof buf, "%.*g", digits, f);
        if (strtod(buf, NULL) == f || digits == 17 || f != f) {
            str_puts(out, buf);
            return;
        }
    }
}

static void put_memory(VM *vm, Str *out, const Layout *layout, Ptr p, uint32_t depth);

static void put_array(VM *vm, Str *out, const Layout *layout, Ptr p, uint32_t depth) {
    const char *text;
    uint64_t room = text_room(vm, p, layout->size_bytes, &text);
    if (room == 0) {
        str_puts(out, layout->size_bytes ? "(no value yet)" : "{}");
        return;
    }
    if (layout->base->kind == LAY_CHAR) {
        put_text(out, text, room);
        return;
    }
    str_putc(out, '{');
    for (uint32_t i = 0; i < layout->count && i < MAX_ELEMENTS; i++) {
        if (i)
            str_puts(out, ", ");
        put_memory(vm, out, layout->base, p + i * layout->base->size_bytes, depth + 1);
    }
    str_puts(out, layout->count > MAX_ELEMENTS ? ", ...}" : "}");
}

static void put_struct(VM *vm, Str *out, const Layout *layout, Ptr p, uint32_t depth) {
    str_putc(out, '{');
    for (uint32_t i = 0; i < layout->field_count && i < MAX_ELEMENTS; i++) {
        const LayoutField *field = &layout->fields[i];
        if (i)
            str_puts(out, ", ");
        if (field->name)
            str_printf(out, "%s = ", field->name);
        if (field->bit_width)
            str_puts(out, "...");
        else
            put_memory(vm, out, field->layout, p + field->offset_bytes, depth + 1);
    }
    str_puts(out, layout->field_count > MAX_ELEMENTS ? ", ...}" : "}");
}

// A struct whose scalars stand in registers, in order.
static void put_fields(VM *vm, Str *out, const Layout *layout, const Value **at,
                       uint32_t depth) {
    if (layout->kind != LAY_STRUCT) {
        trace_value(vm, out, layout, *(*at)++);
        return;
    }
    str_puts(out, depth < MAX_DEPTH ? "{" : "{...}");
    for (uint32_t i = 0; depth < MAX_DEPTH && i < layout->field_count; i++) {
        const LayoutField *field = &layout->fields[i];
        if (i)
            str_puts(out, ", ");
        if (field->name)
            str_printf(out, "%s = ", field->name);
        put_fields(vm, out, field->layout, at, depth + 1);
    }
    str_puts(out, depth < MAX_DEPTH ? "}" : "");
}

// The recursion ends at MAX_DEPTH.
static void put_memory(VM *vm, Str *out, const Layout *layout, Ptr p, uint32_t depth) {
    bool is_aggregate = layout->kind == LAY_ARRAY || layout->kind == LAY_STRUCT ||
                        layout->kind == LAY_UNION;
    char *address = NULL;
    if (is_aggregate && depth >= MAX_DEPTH) {
        str_puts(out, "{...}");
        return;
    }
    AccessFault fault = object_access(&vm->objects, p, layout->size_bytes,
                                      is_aggregate ? ACCESS_PEEK : ACCESS_READ, &address);
    if (fault != ACC_OK) {
        str_puts(out, fault == ACC_UNINIT ? "(no value yet)" : "(gone)");
        return;
    }
    uint64_t bits = 0;
    float f;
    double d;
    switch (layout->kind) {
    case LAY_ARRAY:
        put_array(vm, out, layout, p, depth);
        break;
    case LAY_STRUCT:
    case LAY_UNION:
        put_struct(vm, out, layout, p, depth);
        break;
    case LAY_FLOAT:
        memcpy(&f, address, sizeof f);
        str_printf(out, "%g", (double)f);
        break;
    case LAY_DOUBLE:
        memcpy(&d, address, sizeof d);
        put_double(out, d);
        break;
    default:
        memcpy(&bits, address, layout->size_bytes <= 8 ? layout->size_bytes : 8);
        put_scalar(vm, out, layout, bits);
    }
}

void trace_value(VM *vm, Str *out, const Layout *layout, Value value) {
    switch (layout->kind) {
    case LAY_ARRAY:
    case LAY_STRUCT:
    case LAY_UNION:
        put_memory(vm, out, layout, value.p, 0);
        break;
    case LAY_FLOAT:
        str_printf(out, "%g", value.f);
        break;
    case LAY_DOUBLE:
        put_double(out, value.f);
        break;
    default:
        put_scalar(vm, out, layout, value.u);
    }
}

// ---------------------------------------------------------------- frames

// The variables that are in scope where the frame stands, in order of declaration.
static void take_vars(VM *vm, const FrameWalk *walk, TraceFrame *frame) {
    const Proto *proto = walk_code(walk);
    const Value *R = fiber_stack(walk->fiber) + walk->base;
    uint32_t index = walk_index(walk);
    TraceVar vars[MAX_VARS];
    uint32_t count = 0;
    for (uint32_t i = 0; i < proto->var_count && count < MAX_VARS; i++) {
        const VarEntry *var = &proto->vars[i];
        if (var->inlined != walk->inlined || !var->name || !var->layout ||
            index < var->pc_begin || index >= var->pc_end)
            continue;
        Str text = {0};
        const Value *first = R + var->slot;
        Value sum = *first;
        if (var->displacement != 0)
            sum.p = ptr_base(sum.p) | (uint32_t)(ptr_offset(sum.p) + var->displacement);
        if (var->in_memory)
            put_memory(vm, &text, var->layout, sum.p, 0);
        else if (var->in_fields)
            put_fields(vm, &text, var->layout, &first, 0);
        else
            trace_value(vm, &text, var->layout, sum);
        vars[count++] = (TraceVar){.name = var->name, .text = str_take(&text)};
    }
    frame->var_count = count;
    frame->vars = count ? mem_alloc(count * sizeof(TraceVar)) : NULL;
    if (count)
        memcpy(frame->vars, vars, count * sizeof(TraceVar));
}

// What a traceback keeps of a cell's body, which goes before the error may.
static const Proto a_cell = {.name = "cell", .is_async = true};

uint32_t trace_take(VM *vm, const Fiber *innermost, bool with_vars, TraceFrame **frames,
                    uint32_t *skipped) {
    uint32_t total = 1, count = 0;
    for (FrameWalk walk = walk_begin(vm, innermost); walk_out(&walk);)
        total++;
    uint32_t max = 2 * LIMIT_TRACEBACK_FRAMES;
    uint32_t keep = total < max ? total : max;
    *frames = mem_alloc(keep * sizeof(TraceFrame));
    *skipped = total - keep;
    FrameWalk walk = walk_begin(vm, innermost);
    for (uint32_t at = 0; at < total; at++) {
        if (total == keep || at < LIMIT_TRACEBACK_FRAMES ||
            at >= total - LIMIT_TRACEBACK_FRAMES) {
            TraceFrame *frame = &(*frames)[count++];
            const Proto *proto = walk_proto(&walk);
            frame->proto = proto->is_cell ? &a_cell : proto;
            frame->link = walk.link;
            frame->span = walk_span(&walk);
            if (with_vars)
                take_vars(vm, &walk, frame);
        }
        bool more = walk_out(&walk);
        assert(more == (at + 1 < total));
    }
    assert(count == keep);
    return count;
}

TraceFrame *trace_copy(const TraceFrame *frames, uint32_t count) {
    TraceFrame *copy = count ? mem_alloc(count * sizeof(TraceFrame)) : NULL;
    for (uint32_t i = 0; i < count; i++) {
        copy[i] = frames[i];
        copy[i].vars = frames[i].var_count
                           ? mem_alloc(frames[i].var_count * sizeof(TraceVar))
                           : NULL;
        for (uint32_t v = 0; v < frames[i].var_count; v++) {
            copy[i].vars[v].name = frames[i].vars[v].name;
            copy[i].vars[v].text = mem_strdup(frames[i].vars[v].text);
        }
    }
    return copy;
}

void trace_free(TraceFrame *frames, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t v = 0; v < frames[i].var_count; v++)
            mem_free(frames[i].vars[v].text);
        mem_free(frames[i].vars);
    }
    mem_free(frames);
}

uint32_t fiber_trace(VM *vm, const Fiber *fiber, TraceFrame **frames) {
    uint32_t skipped;
    while (fiber->resumed)
        fiber = fiber->resumed;
    if (fiber->state == FIBER_ENDED) {
        *frames = NULL;
        return 0;
    }
    return trace_take(vm, fiber, true, frames, &skipped);
}
