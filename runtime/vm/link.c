// link.c: a Unit becomes part of the session: its constants are resolved, its functions
// and globals exist.
//
// Two phases, so that a failure leaves nothing: first everything that can fail is
// allocated on the side (memory and objects of globals, strings, functions' handles,
// constant tables), then it is all put into force. Redefinition: a function id that is
// known keeps its Fn and gets the new body, so code compiled earlier calls it; frames
// that run the old body keep it, since they hold its constants and code. A global that is
// known keeps its memory when size fits, else old code keeps the old object.
//
// Always holds: constants point only to what lives as long as the VM.
#include "vm/machine.h"

#include "vm/gc.h"
#include "vm/ops.h"
#include <assert.h>

typedef struct Link {
    VM *vm;
    Unit *unit;
    VmGlobal *globals; // new memory for each of the unit's globals; p 0: the old one is
                       // used again
    Map global_at;     // id -> index in the unit's globals
    Ptr *strings;      // objects of the unit's strings
    VEC(Fn *) fns;     // made here; in vm->fns, to be taken out again on failure
    VEC(LinkedProto) protos; // constant tables made here
} Link;

// ---------------------------------------------------------------- finding

static VmGlobal *find_global(VM *vm, uint32_t id) {
    uint64_t at;
    return map_get(&vm->globals, id, &at) ? &vm->global_list.data[at] : NULL;
}

Fn *vm_fn(VM *vm, uint32_t fn_id) {
    uint64_t fn;
    return map_get(&vm->fns, fn_id, &fn) ? (Fn *)(uintptr_t)fn : NULL;
}

Ptr vm_global(VM *vm, uint32_t global_id) {
    const VmGlobal *global = find_global(vm, global_id);
    return global ? global->p : 0;
}

// The global as it will be after linking.
static const VmGlobal *linked_global(const Link *link, uint32_t id) {
    uint64_t at;
    if (map_get(&link->global_at, id, &at) && link->globals[at].p)
        return &link->globals[at];
    return find_global(link->vm, id);
}

// ---------------------------------------------------------------- phase one: what can
// fail

// Globals, strings and functions are objects that no collection ends.
static bool make_object(VM *vm, ObjKind kind, void *base, uint32_t size_bytes,
                        const Site *site, Ptr *p) {
    *p = vm_object(vm, kind, base, size_bytes, true);
    if (!*p)
        return false;
    vm->objects.cold[ptr_index(*p)].what.site = site;
    return true;
}

// A global that is known and of the same size needs nothing new: commit_global sets its
// value.
static bool make_global(Link *link, uint32_t at) {
    VM *vm = link->vm;
    const UnitGlobal *wanted = &link->unit->globals[at];
    const VmGlobal *known = find_global(vm, wanted->id);
    if (known && known->size_bytes == wanted->size_bytes)
        return true;
    char *memory = vm_memory(vm, wanted->size_bytes, true);
    if (!memory)
        return false;
    VmGlobal *global = &link->globals[at];
    if (!make_object(vm, OBJ_GLOBAL, memory, wanted->size_bytes, wanted->site,
                     &global->p)) {
        heap_free(&vm->heap, memory);
        return false;
    }
    global->address = memory;
    global->size_bytes = wanted->size_bytes;
    return true;
}

// The bytes are the Unit's own, which lives as long as code that can name them.
static bool make_string(Link *link, uint32_t at) {
    VM *vm = link->vm;
    const UnitString *string = &link->unit->strings[at];
    if (!make_object(vm, OBJ_STRING, (void *)(uintptr_t)string->bytes, string->size_bytes,
                     string->site, &link->strings[at]))
        return false;
    object_seal(&vm->objects, ptr_index(link->strings[at]));
    return true;
}

// The Fn of an id, made when it is new; until a body comes it is the undefined function.
static Fn *need_fn(Link *link, uint32_t id) {
    VM *vm = link->vm;
    Fn *fn = vm_fn(vm, id);
    if (fn)
        return fn;
    fn = mem_alloc(sizeof *fn);
    fn->id = id;
    fn->proto = vm->undefined_proto;
    fn->entry = vm->undefined_proto->code + 1;
    fn->k = vm->undefined_proto->k;
    fn->frame_slots = vm->undefined_proto->reg_count;
    fn->self = vm_object(vm, OBJ_FUNC, fn, 0, true);
    if (!fn->self) {
        mem_free(fn);
        return NULL;
    }
    map_put(&vm->fns, id, (uint64_t)(uintptr_t)fn);
    vec_push(link->fns, fn);
    return fn;
}

// A constant's 64 bits at run time. Whatever it needs exists by now.
static uint64_t resolve(Link *link, const Const *c) {
    const VmGlobal *global = NULL;
    const Fn *fn = NULL;
    switch (c->kind) {
    case KC_INT:
    case KC_DOUBLE:
        return c->bits;
    case KC_STRING:
    case KC_STRING_AT:
        return link->strings[c->index] +
               (c->kind == KC_STRING_AT ? (uint32_t)c->addend : 0);
    case KC_GLOBAL:
    case KC_GLOBAL_ADDR:
        global = linked_global(link, c->index);
        assert(global); // prepare_const saw to it
        if (c->kind == KC_GLOBAL_ADDR)
            return (uint64_t)(uintptr_t)(global->address + c->addend);
        return global->p | (uint32_t)(int32_t)c->addend;
    case KC_FN:
        return (uint64_t)(uintptr_t)vm_fn(link->vm, c->index);
    case KC_FNPTR:
        fn = vm_fn(link->vm, c->index);
        assert(fn);
        return fn->self;
    case KC_LAYOUT:
    case KC_SITE:
    case KC_SWITCH:
    case KC_LANES:
    case KC_VARDESC:
    case KC_TEXT:
        return (uint64_t)(uintptr_t)c->ptr;
    }
    assert(0 && "a kind of constant");
    return 0;
}

static bool prepare_const(Link *link, const Const *c) {
    if (c->kind == KC_FN || c->kind == KC_FNPTR)
        return need_fn(link, c->index) != NULL;
    if ((c->kind == KC_GLOBAL || c->kind == KC_GLOBAL_ADDR) &&
        !linked_global(link, c->index)) {
        vm_trap(link->vm, TRAP_RUNTIME,
                "a variable was declared extern, but is defined nowhere");
        return false;
    }
    return true;
}

// k[-1] is the Proto, so that a frame's constants name its function (frame.h).
static bool make_constants(Link *link, Proto *proto) {
    for (uint32_t i = 0; i < proto->const_count; i++) {
        if (!prepare_const(link, &proto->consts[i]))
            return false;
    }
    uint64_t *block = mem_alloc((proto->const_count + (size_t)1) * sizeof(uint64_t));
    block[0] = (uint64_t)(uintptr_t)proto;
    for (uint32_t i = 0; i < proto->const_count; i++)
        block[i + 1] = resolve(link, &proto->consts[i]);
    vec_push(link->protos, ((LinkedProto){.proto = proto, .k = block}));
    return true;
}

static bool prepare(Link *link) {
    Unit *unit = link->unit;
    for (uint32_t i = 0; i < unit->global_count; i++) {
        if (!make_global(link, i))
            return false;
    }
    for (uint32_t i = 0; i < unit->string_count; i++) {
        if (!make_string(link, i))
            return false;
    }
    for (uint32_t i = 0; i < unit->func_count; i++) {
        if (!need_fn(link, unit->funcs[i].id) ||
            !make_constants(link, unit->funcs[i].proto))
            return false;
    }
    for (uint32_t i = 0; i < unit->global_count; i++) {
        for (uint32_t r = 0; r < unit->globals[i].reloc_count; r++) {
            if (!prepare_const(link, &unit->globals[i].relocs[r].value))
                return false;
        }
    }
    return !unit->entry || make_constants(link, unit->entry);
}

// ---------------------------------------------------------------- phase two: into force

// The image anew, also for one that is defined again: C's `int x = 5;` in a later cell.
static void commit_global(Link *link, uint32_t at) {
    VM *vm = link->vm;
    const UnitGlobal *wanted = &link->unit->globals[at];
    VmGlobal *global = find_global(vm, wanted->id);
    if (link->globals[at].p) {
        if (global) {
            *global = link->globals[at];
        } else {
            map_put(&vm->globals, wanted->id, vm->global_list.count);
            vec_push(vm->global_list, link->globals[at]);
            global = &vec_last(vm->global_list);
        }
    }
    uint32_t index = ptr_index(global->p);
    vm->objects.cold[index].what.site = wanted->site;
    object_unseal(&vm->objects, index);
    if (wanted->image)
        memcpy(global->address, wanted->image, wanted->size_bytes);
    else
        memset(global->address, 0, wanted->size_bytes);
    if (wanted->is_const)
        object_seal_declared(&vm->objects, index);
}

// Pointers inside images come last: they may lead to any other global of the Unit.
static void commit_relocs(Link *link, uint32_t at) {
    const UnitGlobal *wanted = &link->unit->globals[at];
    char *address = find_global(link->vm, wanted->id)->address;
    for (uint32_t r = 0; r < wanted->reloc_count; r++) {
        uint64_t bits = resolve(link, &wanted->relocs[r].value);
        assert(wanted->relocs[r].offset_bytes + sizeof bits <= wanted->size_bytes);
        memcpy(address + wanted->relocs[r].offset_bytes, &bits, sizeof bits);
    }
}

// Calls of the function that were compiled in place are real ones from now on: the first
// word of the body becomes a jump to the call (emit_inline.c). A row inside one that jumps
// already needs nothing; it might begin at the same word.
static void call_really(Proto *proto, Inlined *row) {
    row->is_stale = true;
    for (uint32_t i = row->outer; i; i = proto->inlined[i - 1].outer) {
        if (proto->inlined[i - 1].is_stale)
            return;
    }
    // Runs that reach over the word are taken apart.
    for (uint32_t pc = 0; pc < row->pc_begin;
         pc += op_words((Op)insn_op(proto->code[pc]))) {
        if (row->pc_begin - pc < RUN_PARTS)
            proto->code[pc] = insn_single(proto->code[pc]);
    }
    Op op = (Op)insn_op(proto->code[row->pc_begin]);
    if (op_words(op) == 2)
        proto->code[row->pc_begin + 1] = insn_make(OP_NOP, 0, 0, 0);
    proto->code[row->pc_begin] =
        insn_make_wide(OP_JMP, 0, (int32_t)(row->pc_call - row->pc_begin - 1));
}

// Before the Unit's own Protos are in force: theirs are calls of the new function.
static void redefine(VM *vm, uint32_t fn_id) {
    for (uint32_t i = 0; i < vm->protos.count; i++) {
        Proto *proto = (Proto *)(uintptr_t)vm->protos.data[i].proto;
        for (uint32_t k = 0; k < proto->inlined_count; k++) {
            if (proto->inlined[k].fn_id == fn_id && !proto->inlined[k].is_stale)
                call_really(proto, &proto->inlined[k]);
        }
    }
}

// Copies one of the entry's arrays to *at and gives where it is now.
static void *keep_array(char **at, const void *from, size_t size_bytes) {
    void *to = *at;
    if (size_bytes > 0)
        memcpy(to, from, size_bytes);
    *at += (size_bytes + 7) & ~(size_t)7;
    return to;
}

// A cell's body was emitted into memory that goes when the cell is linked. The copy, one
// block, is ours until vm_forget_entry.
static Proto *keep_entry(const Proto *entry, uint64_t *k) {
    Proto emitted = *entry, *proto = &emitted;
    const size_t sizes[] = {
        sizeof(Insn) * proto->code_count,       sizeof(Const) * proto->const_count,
        sizeof(LineEntry) * proto->line_count,  sizeof(VarEntry) * proto->var_count,
        sizeof(Handler) * proto->handler_count, sizeof(Inlined) * proto->inlined_count};
    size_t size_bytes = sizeof(Proto);
    for (size_t i = 0; i < COUNT_OF(sizes); i++)
        size_bytes += (sizes[i] + 7) & ~(size_t)7;
    char *body = mem_alloc(size_bytes);
    char *at = body + sizeof(Proto);
    proto->code = keep_array(&at, proto->code, sizes[0]);
    proto->consts = keep_array(&at, proto->consts, sizes[1]);
    proto->lines = keep_array(&at, proto->lines, sizes[2]);
    proto->vars = keep_array(&at, proto->vars, sizes[3]);
    proto->handlers = keep_array(&at, proto->handlers, sizes[4]);
    proto->inlined = keep_array(&at, proto->inlined, sizes[5]);
    assert(at == body + size_bytes);
    k[0] = (uint64_t)(uintptr_t)body;
    proto->k = k + 1;
    return memcpy(body, proto, sizeof *proto);
}

void vm_forget_entry(VM *vm, const Proto *entry) {
    uint32_t at = vm->protos.count;
    while (at > 0 && vm->protos.data[at - 1].proto != entry)
        at--;
    if (at == 0)
        return;
    LinkedProto *linked = &vm->protos.data[at - 1];
    assert(entry->is_cell);
    mem_free(linked->k);
    mem_free((void *)(uintptr_t)entry);
    *linked = vec_last(vm->protos);
    vm->protos.count--;
    memset(vm->where_cache, 0, sizeof vm->where_cache); // by addresses of code
}

static void commit(Link *link) {
    VM *vm = link->vm;
    for (uint32_t i = 0; i < link->unit->func_count; i++) {
        uint32_t id = link->unit->funcs[i].id;
        if (vm_fn(vm, id)->proto != vm->undefined_proto)
            redefine(vm, id);
    }
    for (uint32_t i = 0; i < link->unit->global_count; i++)
        commit_global(link, i);
    for (uint32_t i = 0; i < link->unit->global_count; i++)
        commit_relocs(link, i);
    for (uint32_t i = 0; i < link->protos.count; i++) {
        // The Unit is the caller's, and not const: this is where its Protos become
        // runnable.
        Proto *proto = (Proto *)(uintptr_t)link->protos.data[i].proto;
        proto->k = link->protos.data[i].k + 1;
        if (proto->is_cell) {
            link->unit->entry = keep_entry(proto, link->protos.data[i].k);
            link->protos.data[i].proto = link->unit->entry;
        }
        vec_push(vm->protos, link->protos.data[i]);
    }
    for (uint32_t i = 0; i < link->unit->func_count; i++) {
        Fn *fn = vm_fn(vm, link->unit->funcs[i].id);
        fn->proto = link->unit->funcs[i].proto;
        fn->entry = fn->proto->code;
        fn->k = fn->proto->k;
        fn->frame_slots = fn->proto->reg_count;
        fn->fiber_bytes = fiber_plain_bytes(fn->proto);
    }
}

// Takes back what prepare made. Constant tables were not in force, so nobody saw any of
// it.
static void abandon(Link *link) {
    VM *vm = link->vm;
    for (uint32_t i = 0; i < link->unit->global_count; i++) {
        if (link->globals[i].p)
            vm_object_destroy(vm, ptr_index(link->globals[i].p));
    }
    for (uint32_t i = 0; i < link->unit->string_count; i++) {
        if (link->strings[i])
            vm_object_destroy(vm, ptr_index(link->strings[i]));
    }
    for (uint32_t i = 0; i < link->fns.count; i++) {
        map_remove(&vm->fns, link->fns.data[i]->id);
        vm_object_destroy(vm, ptr_index(link->fns.data[i]->self));
        mem_free(link->fns.data[i]);
    }
    for (uint32_t i = 0; i < link->protos.count; i++)
        mem_free(link->protos.data[i].k);
}

bool vm_link(VM *vm, Unit *unit) {
    Link link = {.vm = vm, .unit = unit};
    link.globals = mem_alloc(unit->global_count * sizeof(VmGlobal));
    link.strings = mem_alloc(unit->string_count * sizeof(Ptr));
    for (uint32_t i = 0; i < unit->global_count; i++)
        map_put(&link.global_at, unit->globals[i].id, i);
    bool is_good = prepare(&link);
    if (is_good)
        commit(&link);
    else
        abandon(&link);
    mem_free(link.globals);
    mem_free(link.strings);
    map_deinit(&link.global_at);
    vec_free(link.fns);
    vec_free(link.protos);
    return is_good;
}

void vm_global_set(VM *vm, uint32_t global_id, uint32_t size_bytes, Value value) {
    VmGlobal *global = find_global(vm, global_id);
    if (!global) {
        VmGlobal made = {.size_bytes = size_bytes};
        made.address = vm_memory(vm, size_bytes, true);
        if (!made.address ||
            !make_object(vm, OBJ_GLOBAL, made.address, size_bytes, NULL, &made.p))
            return;
        map_put(&vm->globals, global_id, vm->global_list.count);
        vec_push(vm->global_list, made);
        global = &vec_last(vm->global_list);
    }
    assert(size_bytes <= sizeof value && size_bytes <= global->size_bytes);
    memcpy(global->address, &value, size_bytes);
}
