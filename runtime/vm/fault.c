// fault.c: what is said when memory is misused.
//
// What enters is the reason object_access gave, the pointer, and the running instruction;
// what leaves is vm->trap with a message of one line that holds every fact (what
// happened, to which object, its size, which index, what would have been allowed) and
// notes that point at where the object comes from, or at the next step. Nothing here
// decides whether something is a fault. Read fault_num.c for arithmetic and calls.
#include "vm/fault.h"

#include "base/limits.h"
#include "vm/trace.h"
#include "vm/trap.h"
#include <assert.h>
#include <stdio.h>

#define TEXT_BYTES 256

// ---------------------------------------------------------------- naming things

void fault_declare(char *buf, size_t buf_bytes, const char *type_name, const char *name) {
    // Where C puts the name: behind "(*" of a pointer to a function or array, before the
    // first "[", else at the end.
    const char *star = strstr(type_name, "(*");
    const char *at = star ? star + 2 : strchr(type_name, '[');
    if (!at)
        at = type_name + strlen(type_name);
    int before = (int)(at - type_name);
    while (!star && before > 0 && type_name[before - 1] == ' ')
        before--;
    bool is_tight = star || (before > 0 && type_name[before - 1] == '*');
    snprintf(buf, buf_bytes, "%.*s%s%s%s", before, type_name, is_tight ? "" : " ", name,
             at);
}

char *fault_describe(const VM *vm, uint32_t index, char *buf, size_t buf_bytes) {
    const ObjCold *cold = &vm->objects.cold[index];
    unsigned size = cold->size_bytes;
    const Site *site =
        cold->kind == OBJ_LOCAL || cold->kind == OBJ_GLOBAL ? cold->what.site : NULL;
    const char *type_name =
        site && site->layout && site->layout->name ? site->layout->name : NULL;
    if (site && site->name && type_name) {
        char text[TEXT_BYTES];
        fault_declare(text, sizeof text, type_name, site->name);
        snprintf(buf, buf_bytes, "`%s`", text);
    } else if (site && site->name) {
        snprintf(buf, buf_bytes, "`%s`", site->name);
    } else if (type_name) {
        snprintf(buf, buf_bytes, "an unnamed `%s`", type_name);
    } else if (cold->kind == OBJ_HEAP) {
        snprintf(buf, buf_bytes, "a block of %u byte%s", size, size == 1 ? "" : "s");
    } else if (cold->kind == OBJ_STRING) {
        snprintf(buf, buf_bytes, "a string literal");
    } else if (cold->kind == OBJ_NATIVE) {
        snprintf(buf, buf_bytes, "a %s", cold->what.native_class->name);
    } else if (cold->flags & OF_VA_AREA) {
        snprintf(buf, buf_bytes, "a va_list");
    } else if (cold->kind == OBJ_BOX && (cold->flags & OF_CONST)) {
        snprintf(buf, buf_bytes, "a text of the library's");
    } else {
        snprintf(buf, buf_bytes, "an object of %u byte%s", size, size == 1 ? "" : "s");
    }
    return buf;
}

static const char *plural(uint64_t n) {
    return n == 1 ? "" : "s";
}

// Notes that say where the object comes from and, when it is dead, where it went.
static void note_origin(VM *vm, uint32_t index) {
    const ObjCold *cold = &vm->objects.cold[index];
    if (cold->kind == OBJ_HEAP) {
        vm_trap_note(vm, cold->born, "allocated here (%u byte%s)", cold->size_bytes,
                     plural(cold->size_bytes));
        return;
    }
    bool has_site = cold->kind == OBJ_LOCAL || cold->kind == OBJ_GLOBAL;
    const Site *site = has_site ? cold->what.site : NULL;
    if (site && site->name)
        vm_trap_note(vm, site->span, "`%s` is declared here", site->name);
}

// The pointer's variable where the language's own code runs; NULL: it has no name, or a
// native is running.
static const char *pointer_name(const VM *vm) {
    const Fiber *fiber = vm->now.fiber;
    if (!fiber || vm->native)
        return NULL;
    const Proto *proto = k_proto(fiber->k);
    uint32_t index = pc_index(proto, fiber->pc, false);
    Insn insn = proto->code[index];
    if (insn_op(insn) >= OP_COUNT)
        return NULL;
    Op op = op_single((Op)insn_op(insn));
    bool is_memory_op = op >= OP_LD_I8 && op <= OP_BFST;
    uint32_t slot = is_memory_op ? insn_b(insn) : insn_a(insn);
    if (!is_memory_op && op != OP_COPY && op != OP_ZERO)
        return NULL;
    const VarEntry *var = trap_var_of(proto, index, slot);
    return var && !var->in_memory && var->displacement == 0 ? var->name : NULL;
}

// ---------------------------------------------------------------- one function a reason

// An access that was refused: everything the messages need.
typedef struct Refused {
    VM *vm;
    Ptr p;
    int64_t delta;
    uint64_t n;
    bool is_write;
    uint32_t index;
    const ObjCold *cold;
} Refused;

static int64_t refused_offset(const Refused *r) {
    return (int64_t)ptr_offset(r->p) + r->delta;
}

// "reading 4 bytes", "`strlen` reading".
static char *doing(const Refused *r, char *buf, size_t buf_bytes) {
    const char *verb = r->is_write ? "writing" : "reading";
    const char *by = r->vm->native ? r->vm->native->name : NULL;
    int used = by ? snprintf(buf, buf_bytes, "`%s` ", by) : 0;
    if (r->n)
        snprintf(buf + used, buf_bytes - (size_t)used, "%s %llu byte%s", verb,
                 (unsigned long long)r->n, plural(r->n));
    else
        snprintf(buf + used, buf_bytes - (size_t)used, "%s", verb);
    return buf;
}

// C17 6.5.3.2 p4, and the offset that tells a field or an index from the pointer itself.
static void refuse_null(const Refused *r) {
    char what[TEXT_BYTES];
    long long offset = (long long)refused_offset(r);
    const char *name = pointer_name(r->vm);
    if (r->vm->native)
        vm_trap(r->vm, TRAP_NULL_POINTER, "`%s` was given a null pointer",
                r->vm->native->name);
    else if (name && ptr_offset(r->p) == 0)
        vm_trap(r->vm, TRAP_NULL_POINTER, "null pointer: `%s` is null; %s at offset %lld",
                name, doing(r, what, sizeof what), offset);
    else
        vm_trap(r->vm, TRAP_NULL_POINTER, "null pointer: %s at offset %lld from null",
                doing(r, what, sizeof what), offset);
    vm_trap_note(r->vm, (Span){0},
                 "a null pointer points at nothing: give it an address first (`&x`, "
                 "malloc), or ask before (`if (%s != NULL)`)",
                 name && !r->vm->native ? name : "p");
}

static void refuse_wild(const Refused *r) {
    char what[TEXT_BYTES];
    vm_trap(r->vm, TRAP_WILD_POINTER,
            "wild pointer: 0x%llx is the address of no object (%s)",
            (unsigned long long)r->p, doing(r, what, sizeof what));
    vm_trap_note(r->vm, (Span){0},
                 "an integer that was not made from a pointer does not lead to memory");
}

// Whether the cold entry still tells of the life that the pointer belongs to.
static bool is_last_life(const Refused *r) {
    uint32_t generation = (uint32_t)(r->vm->objects.hot[r->index].base >> 58);
    if (object_kind(&r->vm->objects, r->index))
        return false;
    return r->cold->flags & OF_QUARANTINE ? ptr_generation(r->p) == 63
                                          : ptr_generation(r->p) + 1 == generation;
}

// With everything that is still known of the block's life, or the little that is not
// lost.
static void refuse_freed(const Refused *r) {
    char what[TEXT_BYTES], object[TEXT_BYTES];
    doing(r, what, sizeof what);
    if (!is_last_life(r)) {
        vm_trap(r->vm, TRAP_USE_AFTER_FREE,
                "use after free: %s through a pointer to memory that was freed (its "
                "place has been used again since)",
                what);
        return;
    }
    fault_describe(r->vm, r->index, object, sizeof object);
    long long offset = (long long)refused_offset(r);
    if (!object_is_memory((ObjKind)r->cold->kind)) {
        vm_trap(r->vm, TRAP_USE_AFTER_FREE,
                "%s through a handle whose object no longer exists", what);
        return;
    }
    if (r->cold->flags & OF_RECLAIMED)
        vm_trap(r->vm, TRAP_USE_AFTER_FREE,
                "use after free: %s at offset %lld of %s that was reclaimed, since no "
                "pointer to it was left",
                what, offset, object);
    else
        vm_trap(r->vm, TRAP_USE_AFTER_FREE,
                "use after free: %s at offset %lld of %s that was freed", what, offset,
                object);
    note_origin(r->vm, r->index);
    if (r->cold->died.source)
        vm_trap_note(r->vm, r->cold->died, "freed here");
    if (r->cold->kind == OBJ_HEAP)
        vm_trap_note(r->vm, (Span){0},
                     "free a block once nobody uses it any more, and no pointer into it "
                     "after that");
}

// C17 6.2.4 p2: the lifetime of the object has ended.
static void refuse_scope(const Refused *r) {
    char what[TEXT_BYTES], object[TEXT_BYTES];
    doing(r, what, sizeof what);
    const Site *site = r->cold->what.site;
    if (is_last_life(r) && site) {
        vm_trap(r->vm, TRAP_USE_AFTER_SCOPE,
                "use after scope: %s of %s, which has ended with its function or block",
                what, fault_describe(r->vm, r->index, object, sizeof object));
        note_origin(r->vm, r->index);
    } else {
        vm_trap(r->vm, TRAP_USE_AFTER_SCOPE,
                "use after scope: %s of a local variable that has ended with its "
                "function or block",
                what);
    }
    vm_trap_note(r->vm, (Span){0},
                 "what has to outlive a function is returned by value, kept by the "
                 "caller, or malloc'ed");
}

// Handles have no bytes: only the library looks into them.
static void refuse_not_memory(const Refused *r) {
    static const char *const names[] = {
        [OBJ_FUNC] = "a function", [OBJ_CORO] = "a coroutine", [OBJ_TASK] = "a task",
        [OBJ_FUTURE] = "a future", [OBJ_GEN] = "a generator",  [OBJ_ERROR] = "an error",
    };
    char what[TEXT_BYTES];
    ObjKind kind = object_kind(&r->vm->objects, r->index);
    const char *name = kind == OBJ_NATIVE       ? r->cold->what.native_class->name
                       : kind < COUNT_OF(names) ? names[kind]
                                                : NULL;
    if (r->cold->flags & OF_VA_AREA)
        name = "a va_list";
    vm_trap(r->vm, TRAP_NOT_MEMORY, "%s is not memory: %s through it",
            name ? name : "this", doing(r, what, sizeof what));
}

// Elements of an array, as far as its type or the access tells: their size, 0 when there
// is no telling.
static uint32_t element_bytes(const Refused *r) {
    const Layout *layout = object_layout(r->cold);
    if (r->cold->kind == OBJ_STRING)
        return layout && layout->base && layout->base->size_bytes
                   ? layout->base->size_bytes
                   : 1;
    if (layout && layout->kind == LAY_ARRAY && layout->base)
        return layout->base->size_bytes;
    if (r->cold->kind != OBJ_HEAP)
        return 0;
    if (layout)
        return layout->size_bytes;
    bool is_element = (r->n == 1 || r->n == 2 || r->n == 4 || r->n == 8) &&
                      r->cold->size_bytes % r->n == 0;
    return is_element && !r->vm->native ? (uint32_t)r->n : 0;
}

// A library call says what it needs and what there is, in bytes.
static void bounds_by_native(const Refused *r, const char *object) {
    long long offset = (long long)refused_offset(r);
    long long left = (long long)r->cold->size_bytes - offset;
    const char *verb = r->is_write ? "writes" : "reads";
    if (offset >= 0 && r->n == 0)
        vm_trap(r->vm, TRAP_OUT_OF_BOUNDS,
                "`%s` begins past the end of %s: at byte %lld of %u", r->vm->native->name,
                object, offset, r->cold->size_bytes);
    else if (offset < 0)
        vm_trap(r->vm, TRAP_OUT_OF_BOUNDS,
                "`%s` %s before the beginning of %s: at offset %lld", r->vm->native->name,
                verb, object, offset);
    else
        vm_trap(r->vm, TRAP_OUT_OF_BOUNDS,
                "`%s` %s past the end of %s: needs %llu byte%s, but %lld %s left",
                r->vm->native->name, verb, object, (unsigned long long)r->n, plural(r->n),
                left < 0 ? 0 : left, left == 1 ? "is" : "are");
    if (r->n > INT64_MAX)
        vm_trap_note(r->vm, (Span){0},
                     "a size has no sign: %lld is that large as a `size_t`",
                     (long long)r->n);
}

// As an index where the object is an array (or the access fits a block evenly), else in
// bytes.
static void refuse_bounds(const Refused *r) {
    char object[TEXT_BYTES];
    fault_describe(r->vm, r->index, object, sizeof object);
    int64_t offset = refused_offset(r);
    uint32_t size = r->cold->size_bytes, element = element_bytes(r);
    const char *verb = r->is_write ? "write" : "read";
    const char *side = offset < 0 ? "before the beginning" : "past the end";
    const char *kind = r->cold->kind == OBJ_HEAP     ? "a block"
                       : r->cold->kind == OBJ_STRING ? "a string literal"
                       : element                     ? "an array"
                                                     : "a variable";
    bool is_index = element && offset % element == 0 &&
                    (offset < 0 || offset + (int64_t)element > size);
    uint32_t count = element ? size / element : 0;
    if (r->vm->native) {
        bounds_by_native(r, object);
    } else if (is_index && count && r->cold->kind == OBJ_HEAP) {
        vm_trap(r->vm, TRAP_OUT_OF_BOUNDS,
                "%s %s of %s: index %lld, but the block (%u byte%s) has elements of %u "
                "byte%s, 0..%u",
                verb, side, kind, (long long)(offset / element), size, plural(size),
                element, plural(element), count - 1);
    } else if (is_index && count) {
        vm_trap(r->vm, TRAP_OUT_OF_BOUNDS,
                "%s %s of %s: index %lld, but %s (%u byte%s) has elements 0..%u", verb,
                side, kind, (long long)(offset / element), object, size, plural(size),
                count - 1);
    } else {
        vm_trap(r->vm, TRAP_OUT_OF_BOUNDS,
                "%s %s of %s: %llu byte%s at offset %lld, but %s has %u byte%s", verb,
                side, kind, (unsigned long long)r->n, plural(r->n), (long long)offset,
                object, size, plural(size));
    }
    note_origin(r->vm, r->index);
    if (is_index && count && !r->vm->native && offset == (int64_t)count * element)
        vm_trap_note(
            r->vm, (Span){0},
            "%u element%s: the last index is %u; is there a `<=` that should be `<`?",
            count, plural(count), count - 1);
}

// The member of a struct that holds the byte; NULL: none, or no struct.
static const LayoutField *field_at(const Layout *layout, uint32_t offset) {
    for (uint32_t i = 0; layout && layout->kind == LAY_STRUCT && i < layout->field_count;
         i++) {
        const LayoutField *field = &layout->fields[i];
        if (field->layout && offset >= field->offset_bytes &&
            offset - field->offset_bytes < field->layout->size_bytes)
            return field;
    }
    return NULL;
}

static const char *member_at(const Layout *layout, uint32_t offset) {
    const LayoutField *field = field_at(layout, offset);
    return field ? field->name : NULL;
}

// Of an object that is not const as a whole: the member that is; NULL: none, or it is.
static const char *const_member(const Refused *r) {
    const Layout *layout = object_layout(r->cold);
    if (!(r->cold->flags & OF_CONST_PARTS) || (r->cold->flags & OF_CONST))
        return NULL;
    uint32_t at =
        object_first_const(r->cold, (uint32_t)refused_offset(r), (uint32_t)r->n);
    const char *name = NULL;
    while (layout && !layout->is_const && layout->size_bytes) {
        at %= layout->size_bytes;
        const LayoutField *field = field_at(layout, at);
        if (layout->kind != LAY_ARRAY && !field)
            break;
        name = field && field->name ? field->name : name;
        at -= field ? field->offset_bytes : 0;
        layout = field ? field->layout : layout->base;
    }
    return name;
}

// C17 6.4.5 p7 and 6.7.3 p6.
static void refuse_read_only(const Refused *r) {
    char object[TEXT_BYTES], part[TEXT_BYTES] = "";
    fault_describe(r->vm, r->index, object, sizeof object);
    const Layout *layout = object_layout(r->cold);
    const char *member = const_member(r);
    bool is_array = layout && layout->kind == LAY_ARRAY && layout->base;
    if (member && is_array)
        snprintf(part, sizeof part, "the const member `%s` of element %u of ", member,
                 (uint32_t)refused_offset(r) / layout->base->size_bytes);
    else if (member)
        snprintf(part, sizeof part, "the const member `%s` of ", member);
    const char *by = r->vm->native ? r->vm->native->name : NULL;
    if (by)
        vm_trap(r->vm, TRAP_READ_ONLY, "`%s` writes to %s%s, which cannot be changed", by,
                part, object);
    else
        vm_trap(r->vm, TRAP_READ_ONLY, "write to %s%s, which cannot be changed", part,
                object);
    note_origin(r->vm, r->index);
    if (r->cold->kind == OBJ_BOX)
        vm_trap_note(r->vm, (Span){0},
                     "copy it first (`strdup`), or into an array of your own");
    if (r->cold->kind == OBJ_STRING)
        vm_trap_note(
            r->vm, (Span){0},
            "`char s[] = \"...\";` makes an array of your own that may be changed");
}

// Which variable, element or member it is; the first byte of the access without a value.
static void refuse_uninit(const Refused *r) {
    char object[TEXT_BYTES], part[TEXT_BYTES] = "";
    fault_describe(r->vm, r->index, object, sizeof object);
    uint32_t offset = (uint32_t)refused_offset(r);
    uint32_t good = object_init_run(&r->vm->objects, r->index, offset, (uint32_t)r->n);
    uint32_t at = offset + good, element = element_bytes(r);
    const Layout *layout = object_layout(r->cold);
    const char *member =
        layout && layout->size_bytes ? member_at(layout, at % layout->size_bytes) : NULL;
    if (member)
        snprintf(part, sizeof part, "member `%s` of ", member);
    else if (element && r->cold->size_bytes > element)
        snprintf(part, sizeof part, "element %u of ", at / element);
    else if (r->cold->size_bytes > r->n)
        snprintf(part, sizeof part, "byte %u of ", at);
    const char *by = r->vm->native ? r->vm->native->name : NULL;
    if (by)
        vm_trap(r->vm, TRAP_UNINITIALISED, "`%s` reads %s%s, which has no value yet", by,
                part, object);
    else
        vm_trap(r->vm, TRAP_UNINITIALISED, "read of %s%s, which has no value yet", part,
                object);
    note_origin(r->vm, r->index);
    const Site *site = r->cold->kind == OBJ_LOCAL ? r->cold->what.site : NULL;
    if (site && site->name && !*part)
        vm_trap_note(r->vm, (Span){0}, "give it one where it is declared: `%s = ...`",
                     site->name);
    else if (site && site->name)
        vm_trap_note(r->vm, (Span){0},
                     "`= {0}` where it is declared makes all of it zero");
    else if (r->cold->kind == OBJ_HEAP)
        vm_trap_note(r->vm, (Span){0},
                     "write it before you read it; `calloc` gives memory that is zero");
}

void fault_access(VM *vm, AccessFault fault, Ptr p, int64_t delta, uint64_t n,
                  Access access) {
    uint32_t index = ptr_index(p);
    Refused r = {.vm = vm,
                 .p = p,
                 .delta = delta,
                 .n = n,
                 .is_write = access == ACCESS_WRITE || access == ACCESS_POKE,
                 .index = index,
                 .cold = &vm->objects.cold[index]};
    switch (fault) {
    case ACC_NULL:
        refuse_null(&r);
        break;
    case ACC_WILD:
        refuse_wild(&r);
        break;
    case ACC_FREED:
        refuse_freed(&r);
        break;
    case ACC_SCOPE:
        refuse_scope(&r);
        break;
    case ACC_NOT_MEMORY:
        refuse_not_memory(&r);
        break;
    case ACC_BOUNDS:
        refuse_bounds(&r);
        break;
    case ACC_READ_ONLY:
        refuse_read_only(&r);
        break;
    case ACC_UNINIT:
        refuse_uninit(&r);
        break;
    case ACC_OK:
        assert(0 && "a fault");
    }
}

// ---------------------------------------------------------------- stack and free

void fault_stack(VM *vm) {
    FrameWalk walk = walk_begin(vm, vm->now.fiber);
    const Proto *top = walk_proto(&walk);
    uint32_t depth = 1, same = 0;
    while (walk_out(&walk) && walk.fiber == vm->now.fiber) {
        depth++;
        same += walk_proto(&walk) == top;
    }
    if (depth < 100) {
        vm_trap(vm, TRAP_STACK_EXHAUSTED,
                "stack exhausted: the local variables of `%s` and its %u caller%s need "
                "more than %llu MiB",
                top->name, depth - 1, plural(depth - 1),
                (unsigned long long)(LIMIT_LOCALS_BYTES >> 20));
        vm_trap_note(vm, top->span,
                     "large arrays belong into malloc'ed memory or a static variable");
        return;
    }
    vm_trap(vm, TRAP_STACK_EXHAUSTED, "stack exhausted: %u calls deep, the last in `%s`",
            depth, top->name);
    if (same > depth / 4)
        vm_trap_note(vm, top->span,
                     "`%s` calls itself %u deep: which case ends the recursion?",
                     top->name, same);
}

void fault_free(VM *vm, Ptr p, const char *function) {
    char object[TEXT_BYTES];
    uint32_t index = ptr_index(p);
    Refused r = {.vm = vm, .p = p, .index = index, .cold = &vm->objects.cold[index]};
    bool is_known = index && index < vm->objects.next && ptr_generation(p);
    if (is_known && object_is_live(&vm->objects, p)) {
        fault_describe(vm, index, object, sizeof object);
        bool is_middle = r.cold->kind == OBJ_HEAP;
        if (is_middle)
            vm_trap(vm, TRAP_BAD_FREE,
                    "`%s` of a pointer into the middle of %s: byte %d, not its beginning",
                    function, object, ptr_offset(p));
        else
            vm_trap(vm, TRAP_BAD_FREE, "`%s` of %s, which malloc did not allocate",
                    function,
                    object_is_memory((ObjKind)r.cold->kind) ? object : "a handle");
        note_origin(vm, index);
        vm_trap_note(vm, (Span){0}, "%s",
                     is_middle
                         ? "keep the pointer that malloc gave: `free` takes that one"
                         : "only what malloc and its kin gave is freed; everything "
                           "else ends by itself");
    } else if (is_known && r.cold->pool != POOL_LOCALS) {
        if (is_last_life(&r)) {
            vm_trap(vm, TRAP_DOUBLE_FREE, "`%s` of %s that was freed already", function,
                    fault_describe(vm, index, object, sizeof object));
            note_origin(vm, index);
            if (r.cold->died.source)
                vm_trap_note(vm, r.cold->died, "freed here the first time");
            vm_trap_note(vm, (Span){0},
                         "a block is freed once: `p = NULL;` behind `free(p)` makes a "
                         "second one harmless");
        } else {
            vm_trap(vm, TRAP_DOUBLE_FREE,
                    "`%s` of memory that was freed already (its place has been used "
                    "again since)",
                    function);
        }
    } else if (is_known) {
        vm_trap(vm, TRAP_BAD_FREE,
                "`%s` of a local variable that has ended with its function or block",
                function);
    } else {
        vm_trap(vm, TRAP_BAD_FREE, "`%s` of 0x%llx, which is the address of no object",
                function, (unsigned long long)p);
    }
}
