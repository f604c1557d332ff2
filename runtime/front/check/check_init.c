// check_init.c: initialisers (C17 6.7.9).
//
// What enters: an expression or a list in braces, and the type of the object. What
// leaves: an expression of that type, or a flat ND_INIT: scalars and whole structs at
// offsets of the object; what no item names is zero.
//
//     struct { int a[2]; struct { char c; } s; } x = { 1, 2, .s.c = 'x' };
//
//     1, 2        member a has no braces of its own, so it takes both (brace elision)
//     .s.c = 'x'  the designator names s, its rest .c goes down into s
//
// A cursor runs through the list's items; an aggregate without braces of its own takes as
// many as it has members and hands the cursor back. A designator belongs to the innermost
// list in braces. A later item for the same place wins: the earlier ones in its range are
// taken out (C17 6.7.9p19). Lists in order, which is nearly all of them, never look for
// any; the first item that goes back makes an index of what begins where.
//
// Recursion is as deep as braces and types nest, both bounded by LIMIT_NESTING.
#include "front/check/check_inner.h"
#include <assert.h>
#include <string.h>

typedef struct ActiveMember { // of a union: what has been initialised in it
    struct ActiveMember *next;
    const Type *type;
    uint64_t offset_bytes;
    const Field *field;
} ActiveMember;

typedef struct Placed { // an item, and the one before it that begins at the same offset
    InitItem *item;
    uint64_t below; // its number + 1; 0: none
} Placed;

typedef struct Init {
    Node *out; // ND_INIT
    InitItem **tail;
    ActiveMember *active;
    uint64_t end_bytes; // furthest end of an item so far; items from there on cannot
                        // replace any
    uint64_t
        array_count; // of an array whose size the list decides: the largest index + 1
    bool may_extend; // a flexible array member at the end may be initialised
    // What begins where, once an item has gone back: offset -> number in `placed` + 1.
    // Items that were taken out have no value until sweep takes them from the list.
    VEC(Placed) placed;
    Map places;
    bool is_indexed, has_removed;
    const void *range; // of the items being added (InitItem)
} Init;

typedef struct Slot { // the object being initialised
    Type *type;
    uint64_t offset_bytes;
    const Field *bitfield;
} Slot;

// The cursor: the item that is next, and what is left of its designators.
typedef struct Cursor {
    ListItem *item;
    Designator *rest; // only of the item that has been entered
    bool is_entered;
} Cursor;

static void fill(Checker *c, Init *init, Slot slot, Cursor *at);
static void fill_braced(Checker *c, Init *init, Slot slot, Node *list);

// ---------------------------------------------------------------- items

static void index_item(Init *init, InitItem *item) {
    uint64_t below = 0;
    (void)map_get(&init->places, item->offset_bytes, &below);
    vec_push(init->placed, ((Placed){item, below}));
    map_put(&init->places, item->offset_bytes, init->placed.count);
}

// A bit-field's unit may hold other members, bit-fields or not: it makes way for itself
// alone.
static bool gives_way(const InitItem *item, const Slot *slot) {
    uint64_t end = slot->offset_bytes + slot->type->size_bytes;
    if (item->value == NULL || item->offset_bytes + item->type->size_bytes > end)
        return false;
    if (slot->bitfield == NULL || item->bitfield == NULL)
        return slot->bitfield == NULL;
    return item->offset_bytes == slot->offset_bytes &&
           item->bitfield->bit_offset == slot->bitfield->bit_offset;
}

static void remove_item(Init *init, const Placed *placed, const Slot *slot) {
    if (gives_way(placed->item, slot)) {
        placed->item->value = NULL;
        init->has_removed = true;
    }
}

// Takes out what an earlier designator put there: looks at each byte of the slot, or at
// each item, whichever are fewer.
static void clear_slot(Init *init, const Slot *slot) {
    if (slot->offset_bytes >= init->end_bytes)
        return;
    for (InitItem *item = init->out->init_items; item != NULL && !init->is_indexed;
         item = item->next)
        index_item(init, item);
    init->is_indexed = true;
    uint64_t end = slot->offset_bytes + slot->type->size_bytes;
    uint64_t last = end < init->end_bytes ? end : init->end_bytes;
    if (last - slot->offset_bytes > init->placed.count) {
        for (uint32_t i = 0; i < init->placed.count; i++)
            if (init->placed.data[i].item->offset_bytes >= slot->offset_bytes)
                remove_item(init, &init->placed.data[i], slot);
        return;
    }
    for (uint64_t at = slot->offset_bytes; at < last; at++) {
        uint64_t number = 0;
        (void)map_get(&init->places, at, &number);
        for (; number != 0; number = init->placed.data[number - 1].below)
            remove_item(init, &init->placed.data[number - 1], slot);
    }
}

// Takes the items without a value from the list.
static void sweep(Init *init) {
    InitItem **link = &init->out->init_items;
    while (init->has_removed && *link != NULL) {
        if ((*link)->value == NULL)
            *link = (*link)->next;
        else
            link = &(*link)->next;
    }
    vec_free(init->placed);
    map_deinit(&init->places);
}

// Where it begins, in bits: two items never begin at one.
static uint64_t place_of(const InitItem *item) {
    return item->offset_bytes * 8 +
           (item->bitfield != NULL ? item->bitfield->bit_offset : 0);
}

// Two lists in order become one.
static InitItem *merge_items(InitItem *a, InitItem *b) {
    InitItem *first = NULL;
    InitItem **tail = &first;
    while (a != NULL && b != NULL) {
        InitItem **least = place_of(b) < place_of(a) ? &b : &a;
        *tail = *least;
        tail = &(*least)->next;
        *least = *tail;
    }
    *tail = a != NULL ? a : b;
    return first;
}

// Items that went back come in the order of the object, which is the one they are
// evaluated in: C leaves it open (C17 6.7.9p23), and gcc has it so. Runs of 1, 2, 4 ...
// items wait in `runs`.
static void sort_items(Init *init) {
    InitItem *runs[32] = {0};
    InitItem *rest = init->out->init_items;
    while (init->is_indexed && rest != NULL) {
        InitItem *run = rest;
        rest = rest->next;
        run->next = NULL;
        uint32_t i = 0;
        for (; runs[i] != NULL && i + 1 < COUNT_OF(runs); i++) {
            run = merge_items(runs[i], run);
            runs[i] = NULL;
        }
        runs[i] = runs[i] == NULL ? run : merge_items(runs[i], run);
    }
    InitItem *sorted = NULL;
    for (uint32_t i = 0; i < COUNT_OF(runs); i++)
        sorted = merge_items(runs[i], sorted);
    if (init->is_indexed)
        init->out->init_items = sorted;
}

// What is at an offset already, gives way.
static void add_item(Checker *c, Init *init, const Slot *slot, Node *value) {
    clear_slot(init, slot);
    c->init_items++;
    InitItem *item = arena_new(c->arena, InitItem);
    item->offset_bytes = slot->offset_bytes;
    item->bitfield = slot->bitfield;
    item->type = slot->type->unqual;
    item->value = value;
    item->range = init->range;
    if (slot->bitfield != NULL)
        bits_stored(c, slot->bitfield, value);
    *init->tail = item;
    init->tail = &item->next;
    if (init->is_indexed)
        index_item(init, item);
    uint64_t end = slot->offset_bytes + slot->type->size_bytes;
    if (end > init->end_bytes)
        init->end_bytes = end;
}

// ---------------------------------------------------------------- strings and scalars

// A string literal that can initialise an array of this element type (C17 6.7.9p14-15).
static bool is_string_for(Checker *c, const Node *node, const Type *array) {
    if (node->kind != ND_STRING || array->kind != TY_ARRAY ||
        !type_is_integer(array->base))
        return false;
    const Type *element = array->base->unqual;
    switch ((StrKind)node->str_kind) {
    case STR_PLAIN:
    case STR_U8:
        return element->kind == TY_CHAR || element->kind == TY_SCHAR ||
               element->kind == TY_UCHAR;
    case STR_WIDE:
        return element == c->type_int;
    case STR_CHAR16:
        return element->kind == TY_USHORT;
    default:
        return element == c->type_uint;
    }
}

// The string as an object of the array's type; its final zero may be left out when there
// is no room.
static Node *fit_string(Checker *c, Node *string, Type **array) {
    string = check_expr(c, string);
    uint64_t count = string->type->count;
    if (!(*array)->is_complete)
        *array = type_array_of(c->types, (*array)->base, count);
    else if (count > (*array)->count + 1)
        diag_add(c->diags, DIAG_STRING_TOO_LONG, string->span,
                 (unsigned long long)(count - 1), (unsigned long long)(*array)->count);
    else if (count == (*array)->count + 1)
        check_warn(c, DIAG_STRING_NO_ZERO, string->span,
                   (unsigned long long)(*array)->count);
    return string;
}

// C17 6.7.9p11: as in assignment.
static Node *scalar_value(Checker *c, Node *value, Type *type) {
    ConvUse use = {.kind = CONV_INIT};
    return conv_assign(c, conv_decay(c, check_expr(c, value)), type, &use);
}

// int x = { 1 };
static Node *scalar_in_braces(Checker *c, Node *list, Type *type) {
    const ListItem *item = list->items;
    if (item == NULL) // C23: {} is zero
        return conv_to(c, check_int(c, list->span, c->type_int, 0), type);
    if (item->designators != NULL)
        diag_add(c->diags, DIAG_DESIGNATOR_SCALAR, item->designators->span,
                 type_text(c, type));
    if (item->next != NULL) {
        Diag *diag = diag_add(c->diags, DIAG_EXCESS_INIT, item->next->value->span,
                              arena_printf(c->arena, "`%s`", type_text(c, type)));
        if (type->kind == TY_POINTER)
            diag_note(c->diags, diag, (Span){0},
                      "a pointer points at values that exist elsewhere; an array holds "
                      "them: `%s`",
                      type_print_decl(
                          c->arena, type_incomplete_array_of(c->types, type->base), "a"));
        return check_poison(c, list);
    }
    if (item->value->kind == ND_INIT_LIST) {
        check_warn(c, DIAG_SCALAR_BRACES, item->value->span);
        return scalar_in_braces(c, item->value, type);
    }
    return scalar_value(c, item->value, type);
}

// One item, with or without braces of its own.
static void fill_scalar(Checker *c, Init *init, const Slot *slot, Cursor *at) {
    ListItem *item = at->item;
    bool is_known = slot->type->kind != TY_ERROR; // else that was the mistake
    if (at->rest != NULL && is_known)
        diag_add(c->diags, DIAG_DESIGNATOR_SCALAR, at->rest->span,
                 type_text(c, slot->type));
    // A leaf in its place: nobody has looked at the parts of the value.
    Node *value = !is_known ? check_int(c, item->value->span, c->type_error, 0)
                  : item->value->kind == ND_INIT_LIST
                      ? scalar_in_braces(c, item->value, slot->type)
                      : scalar_value(c, item->value, slot->type);
    add_item(c, init, slot, value);
    at->item = item->next;
    at->rest = NULL;
    at->is_entered = false;
}

// The next item is looked at; designators of the last one are done with.
static void take_item(Cursor *at) {
    at->item = at->item->next;
    at->rest = NULL;
    at->is_entered = false;
}

// ---------------------------------------------------------------- designators

// The direct member through which `name` is reached (itself, or an anonymous struct that
// has it).
static const Field *direct_member(const Type *type, const Name *name) {
    uint64_t ignored = 0;
    for (const Field *field = type->fields; field != NULL; field = field->next) {
        if (field->name == name)
            return field;
        if (field->name == NULL && type_is_record(field->type) &&
            type_find_field(field->type, name, &ignored))
            return field;
    }
    return NULL;
}

// Also goes on: the item is skipped by the caller.
static void report_designator(Checker *c, const Designator *d, const Type *type) {
    if (d->name == NULL) {
        diag_add(c->diags, DIAG_DESIGNATOR_INDEX, d->span, type_text(c, type));
        return;
    }
    if (!type_is_record(type)) {
        diag_add(c->diags, DIAG_DESIGNATOR_NAME, d->span, d->name->text,
                 type_text(c, type));
        return;
    }
    Diag *diag = diag_add(c->diags, DIAG_NO_MEMBER, d->span, type_text(c, type->unqual),
                          d->name->text);
    if (diag_is_full(c->diags))
        return;
    Nearest nearest;
    nearest_init(&nearest, d->name->text);
    for (const Field *field = type->fields; field != NULL; field = field->next) {
        if (field->name != NULL)
            nearest_offer(&nearest, field->name->text);
    }
    if (nearest_get(&nearest) != NULL)
        diag_note(c->diags, diag, d->span, "did you mean `%s`?", nearest_get(&nearest));
}

// One bound of [lo ... hi]; false after a message.
static bool index_bound(Checker *c, Node **node, const Type *array, uint64_t *index) {
    int64_t value = 0;
    if (!check_constant(c, node, "an index in an initialiser", &value))
        return false;
    bool is_huge = !type_is_signed((*node)->type) && value < 0;
    uint64_t limit = array->is_complete
                         ? array->count
                         : LIMIT_OBJECT_BYTES /
                               (array->base->size_bytes + (array->base->size_bytes == 0));
    if (value < 0 || is_huge || (uint64_t)value >= limit) {
        diag_add(c->diags, DIAG_DESIGNATOR_BOUNDS, (*node)->span, (long long)value,
                 type_text(c, array));
        return false;
    }
    *index = (uint64_t)value;
    return true;
}

// ---------------------------------------------------------------- aggregates

// Whether the item goes to this aggregate. The designators of an item are entered by the
// list in braces only.
static bool belongs_here(Cursor *at, bool is_braced) {
    if (at->item == NULL)
        return false;
    if (at->is_entered || at->item->designators == NULL)
        return true;
    if (!is_braced)
        return false;
    at->is_entered = true;
    at->rest = at->item->designators;
    return true;
}

// C17 6.7.9p9: unnamed bit-fields are not initialised.
static const Field *first_named(const Field *field, const Type *type) {
    while (field != NULL && field->name == NULL && !type_is_record(field->type))
        field = field->next;
    (void)type;
    return field;
}

// Another member of a union takes the place of the one initialised before.
static void activate(Checker *c, Init *init, const Slot *record, const Field *field) {
    ActiveMember *each = init->active;
    while (each != NULL &&
           (each->type != record->type || each->offset_bytes != record->offset_bytes))
        each = each->next;
    if (each != NULL && each->field == field)
        return;
    clear_slot(init, &(Slot){record->type, record->offset_bytes, NULL});
    if (each == NULL) {
        each = arena_new(c->arena, ActiveMember);
        *each = (ActiveMember){init->active, record->type, record->offset_bytes, field};
        init->active = each;
    }
    each->field = field;
}

// GNU: the flexible array of a static object gets as many elements as its list has, since
// the object is made to measure. Elsewhere it has no room (C17 6.7.2.1p18).
static void fill_flexible(Checker *c, Init *init, const Slot *slot, Cursor *at,
                          const char *name) {
    Node *value = at->item->value;
    Type *type = slot->type;
    bool is_list = value->kind == ND_INIT_LIST;
    if (!init->may_extend || at->rest != NULL ||
        (!is_list && !is_string_for(c, value, type))) {
        diag_add(c->diags, DIAG_FLEXIBLE_INIT, value->span, name);
    } else if (!is_list || value->items != NULL) {
        value = check_init(c, value, &type, false);
        if (!is_error(value))
            add_item(c, init, &(Slot){type, slot->offset_bytes, NULL}, value);
    }
    take_item(at);
}

static void fill_field(Checker *c, Init *init, const Slot *record, const Field *field,
                       Cursor *at) {
    Slot slot = {field->type, record->offset_bytes + field->offset_bytes,
                 field->is_bitfield ? field : NULL};
    if (record->type->kind == TY_UNION)
        activate(c, init, record, field);
    if (field->is_flexible) {
        fill_flexible(c, init, &slot, at, field->name->text);
        return;
    }
    fill(c, init, slot, at);
}

// C17 6.7.9p17: members in order, from the designated one on.
static void fill_record(Checker *c, Init *init, Slot record, Cursor *at, bool is_braced) {
    const Field *field = first_named(record.type->fields, record.type);
    while (belongs_here(at, is_braced)) {
        if (at->rest != NULL) {
            const Designator *d = at->rest;
            field = d->name == NULL ? NULL : direct_member(record.type, d->name);
            if (field == NULL) {
                report_designator(c, d, record.type);
                take_item(at);
                return;
            }
            if (field->name ==
                d->name) // an anonymous member is entered with the same designator
                at->rest = d->next;
        }
        if (field == NULL) {
            if (!is_braced)
                return;
            if (!record.type->unqual->is_broken)
                diag_add(
                    c->diags, DIAG_EXCESS_INIT, at->item->value->span,
                    arena_printf(c->arena, "`%s`", type_text(c, record.type->unqual)));
            at->item = NULL;
            return;
        }
        at->is_entered = true;
        fill_field(c, init, &record, field, at);
        field =
            record.type->kind == TY_UNION ? NULL : first_named(field->next, record.type);
    }
}

// Each element of a range is an item of its own, and ranges may stand in ranges. True after
// a message, and the rest of the list is left out.
static bool is_too_long(Checker *c, Cursor *at, uint64_t more) {
    if (more <= LIMIT_INIT_ITEMS && c->init_items <= LIMIT_INIT_ITEMS - more)
        return false;
    if (!c->told_init_items) {
        Diag *diag = diag_add(c->diags, DIAG_INIT_TOO_LONG, at->item->value->span,
                              LIMIT_INIT_ITEMS);
        diag_note(c->diags, diag, (Span){0}, "fill the array in a loop");
    }
    c->told_init_items = true;
    at->item = NULL;
    return true;
}

// [lo ... hi] = e: the same item for each; e is typed once and stands in every one.
static void fill_elements(Checker *c, Init *init, Slot array, Cursor *at,
                          const uint64_t bounds[2]) {
    Type *element = array.type->base;
    Cursor saved = *at;
    const void *outer = init->range;
    bool is_value = at->rest == NULL && type_is_scalar(element) &&
                    at->item->value->kind != ND_INIT_LIST;
    init->range = bounds[1] > bounds[0] && is_value ? at->item : outer;
    uint64_t count = bounds[1] - bounds[0] + 1, more = count;
    for (uint64_t i = bounds[0]; i <= bounds[1]; i++) {
        *at = saved;
        uint64_t before = c->init_items;
        if (count > 1 && is_too_long(c, at, more))
            break;
        fill(c, init, (Slot){element, array.offset_bytes + i * element->size_bytes, NULL},
             at);
        // The others take as many values as this one did.
        uint64_t left = bounds[1] - i, values = c->init_items - before;
        more = left * (values > 0 ? values : 1); // below 2^32 each
    }
    init->range = outer;
}

// The rest of the list is left out.
static void report_excess(Checker *c, const Type *type, Cursor *at) {
    diag_add(c->diags, DIAG_EXCESS_INIT, at->item->value->span,
             arena_printf(c->arena, "`%s`", type_text(c, type)));
    at->item = NULL;
}

// C17 6.7.9p17, p22: the largest index gives an array without a size its size.
static void fill_array(Checker *c, Init *init, Slot array, Cursor *at, bool is_braced) {
    bool is_open = !array.type->is_complete; // the list decides its size
    uint64_t limit = is_open ? LIMIT_OBJECT_BYTES / (array.type->base->size_bytes +
                                                     (array.type->base->size_bytes == 0))
                             : array.type->count;
    uint64_t index = 0;
    while (belongs_here(at, is_braced)) {
        uint64_t bounds[2] = {index, index};
        if (at->rest != NULL) {
            Designator *d = at->rest;
            bool is_ok = d->lo != NULL && index_bound(c, &d->lo, array.type, &bounds[0]);
            bounds[1] = bounds[0];
            if (is_ok && d->hi != NULL)
                is_ok = index_bound(c, &d->hi, array.type, &bounds[1]);
            if (d->lo == NULL)
                report_designator(c, d, array.type);
            if (is_ok && bounds[1] < bounds[0]) {
                diag_add(c->diags, DIAG_DESIGNATOR_EMPTY, d->span);
                is_ok = false;
            }
            if (!is_ok) {
                take_item(at);
                return;
            }
            at->rest = d->next;
        } else if (index >= limit) {
            if (is_braced)
                report_excess(c, array.type, at);
            return;
        }
        at->is_entered = true;
        const ListItem *item = at->item;
        fill_elements(c, init, array, at, bounds);
        if (at->item == item && array.type->base->size_bytes == 0) {
            report_excess(c, array.type, at); // elements that hold nothing take nothing
            return;
        }
        index = bounds[1] + 1;
        if (is_open && index > init->array_count)
            init->array_count = index;
    }
}

static void fill_aggregate(Checker *c, Init *init, Slot slot, Cursor *at,
                           bool is_braced) {
    if (slot.type->kind == TY_ARRAY)
        fill_array(c, init, slot, at, is_braced);
    else
        fill_record(c, init, slot, at, is_braced);
}

static void fill_braced(Checker *c, Init *init, Slot slot, Node *list) {
    ListItem *item = list->items;
    bool is_one_string = item != NULL && item->next == NULL &&
                         item->designators == NULL &&
                         is_string_for(c, item->value, slot.type);
    if (is_one_string) { // char s[] = { "abc" };
        add_item(c, init, &slot, fit_string(c, item->value, &slot.type));
        return;
    }
    clear_slot(init, &slot);
    Cursor at = {.item = item};
    fill_aggregate(c, init, slot, &at, true);
}

// One object, from the item at the cursor.
static void fill(Checker *c, Init *init, Slot slot, Cursor *at) {
    ListItem *item = at->item;
    if (!type_is_aggregate(slot.type)) {
        fill_scalar(c, init, &slot, at);
        return;
    }
    if (at->rest != NULL) {
        fill_aggregate(c, init, slot, at, false);
        return;
    }
    if (item->value->kind == ND_INIT_LIST) {
        fill_braced(c, init, slot, item->value);
        take_item(at);
        return;
    }
    if (is_string_for(c, item->value, slot.type)) {
        add_item(c, init, &slot, fit_string(c, item->value, &slot.type));
        take_item(at);
        return;
    }
    if (type_is_record(slot.type)) {
        item->value = check_expr(c, item->value);
        if (item->value->type->unqual == slot.type->unqual || is_error(item->value)) {
            add_item(c, init, &slot, item->value);
            take_item(at);
            return;
        }
    }
    bool is_empty = slot.type->kind == TY_ARRAY
                        ? slot.type->count == 0 && slot.type->is_complete
                        : slot.type->fields == NULL;
    if (is_empty) { // nothing to take the item: the next member does
        at->is_entered = false;
        return;
    }
    fill_aggregate(c, init, slot, at, false);
}

// ---------------------------------------------------------------- the doors

// The flat form of a whole list; completes an array without a size.
static Node *init_list(Checker *c, Node *list, Type **type, bool is_static) {
    Init init = {.out = check_node(c, ND_INIT, list->span, NULL),
                 .may_extend = is_static && (*type)->kind == TY_STRUCT};
    init.tail = &init.out->init_items;
    Type *plain = *type;
    bool is_open = plain->kind == TY_ARRAY && !plain->is_complete;
    fill_braced(c, &init, (Slot){plain, 0, NULL}, list);
    sweep(&init);
    sort_items(&init);
    if (is_open) {
        const InitItem *only = init.out->init_items;
        bool is_string = only != NULL && only->next == NULL &&
                         only->type->kind == TY_ARRAY && only->offset_bytes == 0 &&
                         only->type->base->unqual == plain->base->unqual;
        uint64_t count = is_string ? only->type->count : init.array_count;
        *type = type_array_of(c->types, plain->base, count);
        if (count == 0 && list->items == NULL)
            diag_add(c->diags, DIAG_EMPTY_OPEN_ARRAY, list->span);
    }
    init.out->type = (*type)->unqual;
    return init.out;
}

// { "text" } or "text" for an array of characters.
static Node *init_string(Checker *c, Node *string, Type **type) {
    Node *value = fit_string(c, string, type);
    Node *out = check_node(c, ND_INIT, string->span, (*type)->unqual);
    out->init_items = arena_new(c->arena, InitItem);
    out->init_items->type = (*type)->unqual;
    out->init_items->value = value;
    return out;
}

Node *check_init(Checker *c, Node *init, Type **type, bool is_static) {
    if ((*type)->kind == TY_ERROR || (*type)->kind == TY_VOID ||
        (type_is_record(*type) && !(*type)->is_complete)) {
        if (init->kind == ND_INIT_LIST)
            return check_int(c, init->span, c->type_error, 0);
        return check_poison(c, conv_decay(c, check_expr(c, init)));
    }
    if (init->kind == ND_INIT_LIST) {
        if (type_is_aggregate(*type))
            return init_list(c, init, type, is_static);
        return scalar_in_braces(c, init, *type);
    }
    if (is_string_for(c, init, *type))
        return init_string(c, init, type);
    if ((*type)->kind == TY_ARRAY) {
        Node *value = check_expr(c, init);
        if (value->kind == ND_COMPOUND &&
            type_compatible(value->type->unqual, (*type)->unqual)) {
            *type = type_composite(c->types, *type, value->type); // GNU
            return value->compound_init;
        }
        if (!is_error(value)) {
            Diag *diag =
                diag_add(c->diags, DIAG_ARRAY_INIT, init->span, type_text(c, *type));
            diag_note(c->diags, diag, (Span){0},
                      "write its elements in braces: `{ ... }`");
        }
        *type = c->type_error; // its size would have come from the initialiser
        return check_poison(c, value);
    }
    return scalar_value(c, init, *type);
}

// Of the block, or of the session at the top level (C17 6.5.2.5p5).
static Sym *unnamed_variable(Checker *c, Type *type, Span span, bool is_static) {
    Sym *sym = check_new_local(c, NULL, type, span);
    sym->in_memory = true;
    if (is_static && c->unevaluated == 0) {
        sym->storage = STORE_GLOBAL;
        sym->id = scope_new_global_id(c->scope);
        vec_push(c->new_globals, sym);
    }
    return sym;
}

// A value of a union type that has this member.
Node *check_as_member(Checker *c, Node *value, Type *to, const Field *field) {
    Node *init = check_node(c, ND_INIT, value->span, to);
    init->init_items = arena_new(c->arena, InitItem);
    *init->init_items = (InitItem){
        .offset_bytes = field->offset_bytes, .type = field->type->unqual, .value = value};
    Node *literal = check_node(c, ND_COMPOUND, value->span, to);
    literal->compound_init = init;
    literal->sym = unnamed_variable(c, to, value->span, scope_depth(c->scope) == 0);
    return literal;
}

// GNU: (union u)x is (union u){.m = x}, m being the first member of x's type.
Node *check_union_cast(Checker *c, Node *node, Type *to) {
    const Field *field = to->fields;
    while (field != NULL &&
           (field->is_bitfield ||
            !type_compatible(field->type->unqual, node->lhs->type->unqual)))
        field = field->next;
    return field == NULL ? NULL : check_as_member(c, node->lhs, to->unqual, field);
}

// (T){ ... }: an unnamed variable of the block, or of the session at the top level
// (C17 6.5.2.5); with the storage class it says (C23).
Node *check_compound(Checker *c, Node *node) {
    Type *type = check_type_name(c, node->compound_type);
    uint32_t storage = node->compound_type->spec->storage;
    bool says_static = (storage & (STORAGE_STATIC | STORAGE_THREAD)) != 0;
    bool is_constexpr = (storage & STORAGE_CONSTEXPR) != 0;
    bool is_static = scope_depth(c->scope) == 0 || says_static;
    if (is_constexpr)
        type = type_qualified(c->types, type, QUAL_CONST);
    if (type->kind != TY_ERROR && (type->kind == TY_FUNC || type->is_vla)) {
        diag_add(c->diags, DIAG_COMPOUND_TYPE, node->span, type_text(c, type));
        return check_poison(c, node);
    }
    node->compound_init = check_init(c, node->compound_init, &type, is_static);
    if (!check_complete(c, type, node->span, "a compound literal") ||
        is_error(node->compound_init))
        return check_poison(c, node);
    Sym *sym = unnamed_variable(c, type, node->span, is_static);
    sym->is_constexpr = is_constexpr;
    sym->is_register = (storage & STORAGE_REGISTER) != 0;
    if (says_static || is_constexpr)
        check_require_static(c, node->compound_init, sym);
    check_note_constant(sym, node->compound_init);
    node->sym = sym;
    node->type = type;
    return node;
}
