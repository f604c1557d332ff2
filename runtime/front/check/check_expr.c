// check_expr.c: operands and operators with one operand (C17 6.5.1-6.5.3), sizeof and its
// kin, _Generic.
//
// What enters: an expression as parsed. What leaves: the same one typed, or what takes
// its place: enumerators, sizeof and the like become numbers, `*&f` becomes f.
//
// check_expr keeps lvalues and function names what they are; check_value makes a value of
// them (C17 6.3.2.1). The type of an lvalue keeps its qualifiers.
//
// Read next: check_op.c (two operands), check_size.c (sizeof, _Generic), check_call.c,
// check_conv.c.
#include "front/check/check_inner.h"
#include "front/library.h"
#include <assert.h>
#include <string.h>

// ---------------------------------------------------------------- helpers

Node *check_node(Checker *c, NodeKind kind, Span span, Type *type) {
    Node *node = arena_new(c->arena, Node);
    node->kind = kind;
    node->span = span;
    node->op_span = span;
    node->type = type;
    return node;
}

Node *check_int(Checker *c, Span span, Type *type, uint64_t value) {
    Node *node = check_node(c, ND_INT, span, type);
    node->value = arith_wrap(type, value);
    return node;
}

Node *check_poison(Checker *c, Node *node) {
    node->type = c->type_error;
    return node;
}

Node *check_become_int(Checker *c, Node *node, Type *type, uint64_t value) {
    Node *number = check_int(c, node->span, type, value);
    number->next = node->next;
    return number;
}

const char *check_describe(Checker *c, const Node *node) {
    while (node->kind == ND_DECAY || (node->kind == ND_CAST && node->is_implicit))
        node = node->lhs;
    switch (node->kind) {
    case ND_NAME:
        return node->sym != NULL && node->sym->name != NULL
                   ? arena_printf(c->arena, "`%s`", node->sym->name->text)
                   : "this";
    case ND_MEMBER:
        return arena_printf(c->arena, "member `%s`",
                            node->field != NULL && node->field->name != NULL
                                ? node->field->name->text
                                : "?");
    case ND_CALL:
        if (node->call_sym != NULL &&
            strncmp(node->call_sym->name->text, "__error_", 8) == 0)
            return arena_printf(c->arena, "the error's `%s`",
                                node->call_sym->name->text + 8);
        if (node->call_sym != NULL)
            return arena_printf(c->arena, "the result of `%s`",
                                node->call_sym->name->text);
        return "the result of this call";
    case ND_STRING:
        return "a string literal";
    case ND_INT:
    case ND_FLOAT:
        return "a number";
    default:
        return "this expression";
    }
}

Node *check_unevaluated(Checker *c, Node *node) {
    c->unevaluated++;
    node = check_expr(c, node);
    c->unevaluated--;
    return node;
}

// ---------------------------------------------------------------- literals and names

// C17 6.4.4.4p10-11: int, and for the prefixes u8, u, U, L the type of their characters.
static Type *char_type(Checker *c, const Node *node) {
    switch ((StrKind)node->suffix) {
    case STR_CHAR16:
        return type_basic(c->types, TY_USHORT);
    case STR_CHAR32:
        return c->type_uint;
    case STR_U8:
        return type_basic(c->types, TY_UCHAR);
    default:
        return c->type_int;
    }
}

// The first type of C17 6.4.4.1p5's list that holds the value.
static Type *int_type(Checker *c, const Node *node) {
    uint64_t value = node->value;
    bool is_unsigned = (node->suffix & NUM_U) != 0;
    bool may_be_unsigned = is_unsigned || (node->suffix & NUM_DECIMAL) == 0;
    bool is_long = (node->suffix & (NUM_L | NUM_LL)) != 0;
    bool is_long_long = (node->suffix & NUM_LL) != 0;
    if (!is_long && !is_unsigned && value <= INT32_MAX)
        return c->type_int;
    if (!is_long && may_be_unsigned && value <= UINT32_MAX)
        return c->type_uint;
    if (!is_unsigned && value <= INT64_MAX)
        return is_long_long ? type_basic(c->types, TY_LLONG) : c->type_long;
    return is_long_long ? type_basic(c->types, TY_ULLONG) : c->type_ulong;
}

// A suffix decides a floating constant's type (C17 6.4.4.2p4). A float holds what float
// can.
static Node *check_number(Checker *c, Node *node) {
    if (node->kind == ND_FLOAT) {
        uint8_t suffix = node->suffix;
        TypeKind kind = suffix & NUM_F   ? TY_FLOAT
                        : suffix & NUM_L ? TY_LDOUBLE
                                         : TY_DOUBLE;
        node->type = type_basic(c->types, kind);
        if (kind == TY_FLOAT)
            node->number = (double)(float)node->number;
        return node;
    }
    if (node->is_nullptr)
        node->type = type_basic(c->types, TY_NULLPTR);
    else if (node->is_bool)
        node->type = type_basic(c->types, TY_BOOL);
    else
        node->type = node->is_char ? char_type(c, node) : int_type(c, node);
    return node;
}

// C17 6.4.5p6: an array of the encoding's units, final zero included. Its elements are
// not const, though writing one is a fault when it runs.
static Node *check_string(Checker *c, Node *node) {
    static const TypeKind kinds[] = {[STR_PLAIN] = TY_CHAR,
                                     [STR_U8] = TY_CHAR,
                                     [STR_WIDE] = TY_INT,
                                     [STR_CHAR16] = TY_USHORT,
                                     [STR_CHAR32] = TY_UINT};
    Type *unit = type_basic(c->types, kinds[node->str_kind]);
    uint64_t count = node->string_bytes / unit->size_bytes + 1;
    node->type = type_array_of(c->types, unit, count);
    return node;
}

// Names with two underscores in front are the library's own business.
static void offer_name(void *ctx, Name *name) {
    const Sym *sym = scope_find(name);
    bool is_known = sym != NULL ? sym->kind != SYM_TYPEDEF && !sym->is_unknown
                                : pp_macro_span(name).source != 0;
    if (is_known && strncmp(name->text, "__", 2) != 0)
        nearest_offer(ctx, name->text);
}

// Candidates for a misspelt call: what can be called.
static void offer_function(void *ctx, Name *name) {
    const Sym *sym = scope_find(name);
    bool is_callable = sym == NULL
                           ? pp_macro_span(name).source != 0
                           : sym->kind == SYM_FUNC ||
                                 (sym->kind == SYM_VAR && sym->type->kind == TY_POINTER &&
                                  sym->type->base->kind == TY_FUNC);
    if (is_callable && strncmp(name->text, "__", 2) != 0)
        nearest_offer(ctx, name->text);
}

// Words of other languages, and what C has for them.
static const char *foreign_word(const char *text) {
    static const char *const rows[][2] = {
        {"None", "NULL"},    {"null", "NULL"},   {"nil", "NULL"},
        {"True", "true"},    {"False", "false"}, {"TRUE", "true"},
        {"FALSE", "false"},  {"len", "countof"}, {"self", "this object's pointer"},
        {"print", "printf"}, {"input", "fgets"}, {"not", "!"},
        {"pass", ";"}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (strcmp(rows[i][0], text) == 0)
            return rows[i][1];
    }
    return NULL;
}

// A function or variable of this text that comes further down.
static const Declarator *defined_below(const Checker *c, const Name *name) {
    for (const Node *item = c->items; item != NULL; item = item->next) {
        if ((item->kind == ND_FUNC || item->kind == ND_DECL) &&
            item->declarator != NULL && item->declarator->name == name)
            return item->declarator;
    }
    return NULL;
}

// A function in the old style may be called before it is defined: C89 3.3.2.2 took it for
// `int f();`. NULL when the name is of no such function of this text.
Sym *check_implied_function(Checker *c, const Node *node) {
    for (const Node *item = c->items; item != NULL; item = item->next) {
        if (item->kind != ND_FUNC || item->declarator->name != node->name ||
            !item->declarator->parts->is_old_style)
            continue;
        bool is_void =
            item->spec->words == SPEC_VOID && item->declarator->parts->next == NULL;
        Type proto = {.kind = TY_FUNC,
                      .base = is_void ? type_basic(c->types, TY_VOID) : c->type_int,
                      .is_old_style = true};
        GlobalDecl decl = {.name = node->name,
                           .type = type_func(c->types, &proto),
                           .span = node->span,
                           .storage = item->spec->storage & STORAGE_STATIC,
                           .kind = SYM_FUNC};
        check_warn(c, DIAG_IMPLIED_FUNCTION, node->span, node->name->text);
        return check_declare_global(c, &decl);
    }
    return NULL;
}

static void report_unknown_name(Checker *c, const Node *node, bool is_call) {
    const char *text = node->name->text;
    Diag *diag = diag_add(c->diags, is_call ? DIAG_UNKNOWN_FUNCTION : DIAG_UNKNOWN_NAME,
                          node->span, text);
    const Declarator *below = defined_below(c, node->name);
    const char *foreign = foreign_word(text);
    const Sym *ended =
        diag_is_full(c->diags) ? NULL : scope_find_ended(c->scope, node->name);
    if (strncmp(text, "__builtin_", 10) == 0) {
        diag_note(c->diags, diag, (Span){0},
                  "of gcc's built-in functions, this one is not part of this language");
    } else if (ended != NULL) {
        diag_note(c->diags, diag, ended->span, "this `%s` ended with its block", text);
    } else if (below != NULL) {
        diag_note(
            c->diags, diag, below->span,
            "it is declared here, further down: a name is known from its declaration on");
    } else if (foreign != NULL) {
        diag_fix(c->diags, diag, node->span, foreign, "in C this is `%s`", foreign);
        c->told_foreign = diag;
    } else if (!diag_is_full(c->diags) &&
               !check_note_asyncio(c, diag, node->span, text)) {
        Nearest nearest;
        nearest_init(&nearest, text);
        intern_each(c->names, is_call ? offer_function : offer_name, &nearest);
        library_offer(c->front,
                      is_call ? 1u << LIBRARY_FUNCTION | 1u << LIBRARY_MACRO
                              : 1u << LIBRARY_FUNCTION | 1u << LIBRARY_VARIABLE |
                                    1u << LIBRARY_ENUMERATOR | 1u << LIBRARY_MACRO,
                      &nearest);
        nearest_offer(&nearest, is_call ? "sizeof" : "true");
        nearest_offer(&nearest, is_call ? "sizeof" : "false");
        const char *best = nearest_get(&nearest);
        if (best != NULL)
            diag_fix(c->diags, diag, node->span, best, "did you mean `%s`?", best);
    }
}

// `x = None`: a line of another language is one mistake, of which its first unknown name was
// told.
static bool is_foreign_line(const Checker *c, const Node *node) {
    const Diag *last = c->diags->list.count > 0 ? vec_last(c->diags->list) : NULL;
    if (last == NULL ||
        (last->code != DIAG_UNKNOWN_NAME && last->code != DIAG_UNKNOWN_FUNCTION) ||
        last->span.source != node->span.source)
        return false;
    uint32_t line, told_line, column;
    source_locate(c->diags->sources, last->span, &told_line, &column);
    source_locate(c->diags->sources, node->span, &line, &column);
    bool is_foreign = last == c->told_foreign || foreign_word(node->name->text) != NULL;
    return line == told_line && is_foreign;
}

static bool is_told(const Checker *c, const Name *name) {
    for (uint32_t i = 0; i < c->told_names.count; i++) {
        if (c->told_names.data[i] == name)
            return true;
    }
    return false;
}

// One message for a name: later uses of it are silent, in other functions as well. None
// when the name of what was skipped is missing, which may be this one.
void check_unknown_name(Checker *c, Node *node, bool is_call) {
    if ((c->gaps == NULL || !c->gaps->lost_name) && !is_told(c, node->name)) {
        if (!is_foreign_line(c, node))
            report_unknown_name(c, node, is_call);
        if (!diag_is_full(c->diags)) // so the list is short
            vec_push(c->told_names, node->name);
    }
    Sym *sym = check_new_local(c, node->name, c->type_error, node->span);
    sym->is_unknown = true;
    if (scope_depth(c->scope) > 0)
        scope_bind(c->scope, node->name, sym);
    check_poison(c, node);
    node->sym = sym;
}

// `x = 5;`, as languages without declarations have it: what is missing is the type, which
// the value shows.
void check_propose_declaration(Checker *c, const Node *name, const Node *value) {
    const Diag *last = c->diags->list.count > 0 ? vec_last(c->diags->list) : NULL;
    if (last == NULL || last->code != DIAG_UNKNOWN_NAME || last->notes != NULL ||
        last->span.source != name->span.source || last->span.begin != name->span.begin)
        return;
    const Type *type = value->type->unqual;
    if (type->kind == TY_ERROR)
        diag_note(c->diags, vec_last(c->diags->list), (Span){0},
                  "a variable is declared before it is used, with its type: `int %s = "
                  "...`",
                  name->name->text);
    if (!type_is_scalar(type) && type->kind != TY_ARRAY && !type_is_record(type))
        return;
    if (type->kind == TY_ARRAY)
        type = type_pointer_to(c->types, type->base);
    const char *text = type_print_decl(c->arena, type, name->name->text);
    diag_fix(c->diags, vec_last(c->diags->list), name->span, text,
             "a variable is declared before it is used: `%s = ...`", text);
}

// __func__ (C17 6.4.2.2): as if declared static const char __func__[].
static bool check_func_name(Checker *c, Node *node) {
    const char *text = node->name->text;
    bool is_it = strcmp(text, "__func__") == 0 || strcmp(text, "__FUNCTION__") == 0 ||
                 strcmp(text, "__PRETTY_FUNCTION__") == 0;
    if (!is_it || c->func == NULL)
        return false;
    const char *name = c->func->sym == NULL ? "cell" : c->func->sym->name->text;
    node->kind = ND_STRING;
    node->string = name;
    node->string_bytes = (uint32_t)strlen(name);
    node->str_kind = STR_PLAIN;
    Type *unit = type_qualified(c->types, c->type_char, QUAL_CONST);
    node->type = type_array_of(c->types, unit, node->string_bytes + 1);
    return true;
}

// gcc gives every function of the C library a second name, `__builtin_puts` for `puts`.
// Those that are nothing but that are not in <builtins.h>; library.c knows of them.
Sym *check_find_name(Checker *c, const Name *name) {
    static const char prefix[] = "__builtin_";
    const char *text = name->text;
    Sym *sym = scope_find(name);
    if (sym != NULL || strncmp(text, prefix, sizeof prefix - 1) != 0)
        return sym;
    sym = scope_find(intern_cstr(c->names, text + sizeof prefix - 1));
    return sym != NULL && sym->kind == SYM_FUNC ? sym : NULL;
}

// C17 6.5.1p2. An enumerator becomes a number; a variable or function stays a name.
static Node *check_name(Checker *c, Node *node) {
    Sym *sym = check_find_name(c, node->name);
    if (sym == NULL) {
        if (!check_func_name(c, node))
            check_unknown_name(c, node, false);
        return node;
    }
    if (sym->kind == SYM_TYPEDEF) {
        diag_add(c->diags, DIAG_TYPE_AS_VALUE, node->span, node->name->text);
        return check_poison(c, node);
    }
    while (sym->is_overloaded && sym->next != NULL)
        sym = sym->next; // as a value, the name is the first one's: C's, if C has it
    check_use(c, sym, node->span);
    if (sym->kind == SYM_ENUMERATOR) {
        Node *number = check_become_int(c, node, sym->type, (uint64_t)sym->value);
        number->enumerator = sym;
        return number;
    }
    node->sym = sym;
    node->type = sym->type;
    return node;
}

// ---------------------------------------------------------------- lvalues

bool check_is_lvalue(const Node *node) {
    switch (node->kind) {
    case ND_NAME:
        return node->sym != NULL && node->sym->kind == SYM_VAR;
    case ND_DEREF:
    case ND_INDEX:
    case ND_STRING:
    case ND_COMPOUND:
        return true;
    case ND_MEMBER:
        return check_is_lvalue(node->lhs);
    default:
        return false;
    }
}

const Sym *check_root_variable(const Node *node) {
    while (node->kind == ND_MEMBER ||
           (node->kind == ND_INDEX && node->lhs->kind == ND_DECAY) ||
           node->kind == ND_DECAY)
        node = node->lhs;
    return node->kind == ND_NAME ? node->sym : NULL;
}

// C17 6.3.2.1p1. `doing`: "assign to", "increment".
bool check_modifiable(Checker *c, const Node *node, Span span, const char *doing) {
    if (is_error(node))
        return false;
    const Type *type = node->type;
    if (!check_is_lvalue(node)) {
        Diag *diag =
            diag_add(c->diags, DIAG_NOT_LVALUE, span, doing, check_describe(c, node));
        if (node->kind == ND_CAST && node->type_name != NULL)
            diag_note(c->diags, diag, (Span){0},
                      "a cast makes a new value, not a variable");
        return false;
    }
    if (type->kind == TY_ARRAY) {
        Diag *diag =
            diag_add(c->diags, DIAG_ARRAY_ASSIGN, span, doing, check_describe(c, node));
        const Type *base = type->base->unqual;
        if (base->kind == TY_CHAR)
            diag_note(c->diags, diag, (Span){0}, "copy a string with `strcpy`");
        else
            diag_note(c->diags, diag, (Span){0},
                      "assign its elements, or copy it with `memcpy`");
        return false;
    }
    bool has_const = (type->quals & QUAL_CONST) != 0;
    if (has_const || (type_is_record(type) && type->has_const_member)) {
        Diag *diag =
            diag_add(c->diags, DIAG_CONST_ASSIGN, span, doing, check_describe(c, node),
                     has_const ? "" : " with a `const` member");
        const Sym *sym = check_root_variable(node);
        if (sym != NULL)
            check_note_declared(c, diag, sym);
        return false;
    }
    return check_complete(c, node->type, node->span, "this object");
}

void check_take_address(Checker *c, Node *node) {
    while (node->kind == ND_MEMBER ||
           (node->kind == ND_INDEX && node->lhs->kind == ND_DECAY) ||
           node->kind == ND_DECAY)
        node = node->lhs;
    if (node->kind != ND_NAME || node->sym == NULL || node->sym->kind != SYM_VAR ||
        c->unevaluated > 0)
        return;
    node->sym->address_taken = true;
    node->sym->in_memory = true;
}

Node *check_value(Checker *c, Node *node) {
    node = conv_decay(c, check_expr(c, node));
    if (node->type->kind == TY_VOID) {
        Diag *diag =
            diag_add(c->diags, DIAG_VOID_USED, node->span, check_describe(c, node));
        if (node->kind == ND_CALL && node->call_sym != NULL)
            check_note_declared(c, diag, node->call_sym);
        return check_poison(c, node);
    }
    if (type_is_record(node->type) &&
        !check_complete(c, node->type, node->span, "this value"))
        return check_poison(c, node);
    return node;
}

Node *check_condition(Checker *c, Node *node, const char *what) {
    bool is_assignment = node->kind == ND_ASSIGN && !node->in_parens;
    node = check_value(c, node);
    if (is_error(node))
        return node;
    if (!type_is_scalar(node->type)) {
        diag_add(c->diags, DIAG_CONDITION_TYPE, node->span, what,
                 type_text(c, node->type));
        return check_poison(c, node);
    }
    check_slip_condition(c, node);
    if (is_assignment) {
        Diag *diag = check_warn(c, DIAG_ASSIGN_CONDITION, node->op_span, what);
        if (diag != NULL) {
            diag_fix(c->diags, diag, node->op_span, "==", "to compare, write `==`");
            diag_note(
                c->diags, diag, (Span){0},
                "to assign on purpose, put the assignment in parentheses of its own");
        }
    }
    return node;
}

// ---------------------------------------------------------------- members

// Recursion is as deep as anonymous members nest, which LIMIT_NESTING bounds.
static void offer_members(Nearest *nearest, const Type *type) {
    for (const Field *field = type->fields; field != NULL; field = field->next) {
        if (field->name != NULL)
            nearest_offer(nearest, field->name->text);
        else if (type_is_record(field->type))
            offer_members(nearest, field->type);
    }
}

void check_report_no_member(Checker *c, const Node *node, const Type *type) {
    if (type->unqual->is_broken)
        return; // it may be the missing one
    Diag *diag = diag_add(c->diags, DIAG_NO_MEMBER, node->op_span,
                          type_text(c, type->unqual), node->name->text);
    if (diag_is_full(c->diags))
        return;
    Nearest nearest;
    nearest_init(&nearest, node->name->text);
    offer_members(&nearest, type);
    const char *best = nearest_get(&nearest);
    if (best != NULL)
        diag_fix(c->diags, diag, node->op_span, best, "did you mean `%s`?", best);
    else if (type->span.source != 0 && !check_is_library(c, type->span))
        diag_note(c->diags, diag, type->span, "`%s` is declared here",
                  type_text(c, type->unqual));
}

// p->x is parsed as (*p).x; the operator's place says which of the two was written.
static bool is_arrow(const Node *node) {
    return node->kind == ND_DEREF && node->op_span.end == node->op_span.begin + 2;
}

// s->x where s is no pointer: says so, and goes on as if it were s.x.
static Node *check_arrow_operand(Checker *c, Node *deref) {
    Node *operand = conv_decay(c, check_expr(c, deref->lhs));
    bool is_error_value = c->front->error_type != NULL &&
                          operand->type->unqual == c->front->error_type->unqual;
    if (type_is_handle(operand->type) && !is_error_value)
        return operand; // check_member says what a handle has instead
    if (type_is_record(operand->type) || is_error_value) {
        Diag *diag = diag_add(c->diags, DIAG_ARROW_ON_RECORD, deref->op_span,
                              check_describe(c, operand), type_text(c, operand->type));
        diag_fix(c->diags, diag, deref->op_span, ".", "write `.`");
        return check_poison(c, operand);
    }
    deref->lhs = operand;
    return check_expr(c, deref);
}

// C17 6.5.2.3. The member of a const object is const; one of a volatile object volatile.
static Node *check_member(Checker *c, Node *node) {
    Name *name = node->name;
    if (check_asyncio_prefix(c, node))
        return check_poison(c, node);
    node->lhs = is_arrow(node->lhs) && node->lhs->type == NULL
                    ? check_arrow_operand(c, node->lhs)
                    : check_expr(c, node->lhs);
    Type *type = node->lhs->type;
    if (type->kind == TY_ERROR)
        return check_poison(c, node);
    if (type->kind == TY_POINTER && type_is_record(type->base)) {
        Diag *diag =
            diag_add(c->diags, DIAG_DOT_ON_POINTER, node->op_span,
                     check_describe(c, node->lhs), type_text(c, type), name->text);
        diag_note(c->diags, diag, (Span){0}, "a pointer's target is reached with `->`");
        return check_poison(c, node);
    }
    if (c->front->error_type != NULL && type->unqual == c->front->error_type->unqual)
        return check_error_member(c, node);
    if (!type_is_record(type)) {
        Diag *diag = diag_add(c->diags, DIAG_MEMBER_OF_SCALAR, node->op_span, name->text,
                              check_describe(c, node->lhs), type_text(c, type));
        if (type_is_handle(type))
            check_note_method(c, diag, node);
        return check_poison(c, node);
    }
    if (!check_complete(c, type, node->lhs->span, check_describe(c, node->lhs)))
        return check_poison(c, node);
    uint64_t offset_bytes = 0;
    const Field *field = type_find_field(type, name, &offset_bytes);
    if (field == NULL) {
        check_report_no_member(c, node, type);
        return check_poison(c, node);
    }
    node->field = field;
    node->offset_bytes = offset_bytes;
    node->type =
        type_qualified(c->types, field->type, type->quals & (QUAL_CONST | QUAL_VOLATILE));
    return node;
}

// ---------------------------------------------------------------- pointers

// `p->x` was read as `(*p).x`.
static bool is_written_as_arrow(const Checker *c, const Node *node) {
    const Source *source = source_get(c->front->sources, node->op_span.source);
    return source != NULL && node->op_span.begin < source->size_bytes &&
           source->text[node->op_span.begin] == '-';
}

// C17 6.5.3.2p4. `*f` of a function is the function itself; `*p` of a void pointer is
// void.
static Node *check_deref(Checker *c, Node *node) {
    node->lhs = check_value(c, node->lhs);
    Type *type = node->lhs->type;
    if (type->kind == TY_ERROR)
        return check_poison(c, node);
    if (type->kind != TY_POINTER) {
        bool is_arrow = is_written_as_arrow(c, node);
        Diag *diag = diag_add(c->diags, is_arrow ? DIAG_ARROW_TYPE : DIAG_DEREF_TYPE,
                              is_arrow ? node->op_span : node->span,
                              check_describe(c, node->lhs), type_text(c, type));
        if (type_is_handle(type))
            diag_note(c->diags, diag, (Span){0}, "its result comes with `await`");
        return check_poison(c, node);
    }
    if (type->base->kind == TY_FUNC && node->lhs->kind == ND_DECAY)
        return node->lhs->lhs; // *f is f
    if (type->base->kind == TY_VOID)
        check_warn(c, DIAG_DEREF_VOID, node->span);
    node->type = type->base;
    return node;
}

// C17 6.5.3.2p1: the operand is a function, or an lvalue that is neither a bit-field nor
// in a register.
static Node *check_addr(Checker *c, Node *node) {
    bool outer_allow = c->allow_end;
    c->allow_end = true;
    node->lhs = check_expr(c, node->lhs);
    c->allow_end = outer_allow;
    Node *operand = node->lhs;
    if (is_error(operand))
        return check_poison(c, node);
    if (operand->type->kind == TY_FUNC) {
        node->type = type_pointer_to(c->types, operand->type);
        if (operand->kind == ND_NAME)
            node->kind = ND_DECAY;
        else
            return conv_decay(c, operand);
        return node;
    }
    if (operand->kind == ND_DEREF) { // &*p is p's value (C17 6.5.3.2p3)
        node->kind = ND_CAST;
        node->type = type_pointer_to(c->types, operand->type);
        node->lhs = operand->lhs;
        return node;
    }
    if (!check_is_lvalue(operand)) {
        diag_add(c->diags, DIAG_ADDR_OF_VALUE, node->span, check_describe(c, operand));
        return check_poison(c, node);
    }
    if (bits_is_field(operand)) {
        diag_add(c->diags, DIAG_BITFIELD_OPERAND, node->span, "&");
        return check_poison(c, node);
    }
    const Sym *root = check_root_variable(operand);
    if (root != NULL && root->is_register)
        diag_add(c->diags, DIAG_ADDR_OF_REGISTER, node->span, root->name->text);
    check_take_address(c, operand);
    node->type = type_pointer_to(c->types, operand->type);
    const_fold_address(node);
    return node;
}

// a[i] with both constant: known to be wrong before it runs. Arrays at the end of a
// struct may stand for more.
static void check_bounds(Checker *c, const Node *node) {
    if (node->lhs->kind != ND_DECAY || node->rhs->kind != ND_INT || c->unevaluated > 0)
        return;
    const Node *array = node->lhs->lhs;
    const Type *type = array->type;
    if (type->kind != TY_ARRAY || !type->is_complete || type->is_vla ||
        (array->kind == ND_MEMBER && type->count <= 1))
        return;
    uint64_t limit = type->count + (c->allow_end ? 1 : 0);
    if (node->rhs->value < limit)
        return;
    Diag *diag =
        check_warn(c, DIAG_INDEX_BOUNDS, node->rhs->span, (long long)node->rhs->value,
                   type_print_decl(c->arena, type,
                                   array->kind == ND_NAME ? array->sym->name->text : ""),
                   (unsigned long long)(type->count == 0 ? 0 : type->count - 1));
    if (diag != NULL && array->kind == ND_NAME)
        check_note_declared(c, diag, array->sym);
}

// C17 6.5.2.1: a[i] and i[a] are the same; what leaves has the pointer on the left.
static Node *check_index(Checker *c, Node *node) {
    bool allow_end = c->allow_end;
    c->allow_end = false;
    node->lhs = check_value(c, node->lhs);
    node->rhs = check_value(c, node->rhs);
    c->allow_end = allow_end;
    if (is_error(node->lhs) || is_error(node->rhs))
        return check_poison(c, node);
    if (node->rhs->type->kind == TY_POINTER && type_is_integer(node->lhs->type)) {
        Node *pointer = node->rhs;
        node->rhs = node->lhs;
        node->lhs = pointer;
    }
    Type *type = node->lhs->type;
    bool is_func = type->kind == TY_POINTER && type->base->kind == TY_FUNC;
    if (type->kind != TY_POINTER || is_func) {
        Diag *diag = diag_add(c->diags, DIAG_INDEX_TYPE, node->lhs->span,
                              check_describe(c, node->lhs),
                              type_text(c, is_func ? type->base : type));
        if (is_func)
            diag_note(c->diags, diag, (Span){0},
                      "the arguments of a call stand in round parentheses");
        return check_poison(c, node);
    }
    if (!type_is_integer(node->rhs->type)) {
        diag_add(c->diags, DIAG_INDEX_NOT_INTEGER, node->rhs->span,
                 type_text(c, node->rhs->type));
        return check_poison(c, node);
    }
    if (!check_complete(c, type->base, node->span, "an element of this"))
        return check_poison(c, node);
    check_slip_index(c, node);
    const Type *index = node->rhs->type;
    bool is_wide = !type_is_signed(index) && index->size_bytes == 8;
    node->rhs = conv_to(c, node->rhs, is_wide ? c->type_ulong : c->type_long);
    node->type = type->base;
    check_bounds(c, node);
    return node;
}

// ---------------------------------------------------------------- one operand

// C17 6.5.3.3: + - on numbers, ~ on integers, ! on scalars.
static Node *check_unary(Checker *c, Node *node) {
    node->lhs = check_value(c, node->lhs);
    Type *type = node->lhs->type;
    if (type->kind == TY_ERROR)
        return check_poison(c, node);
    bool is_ok = node->kind == ND_NOT      ? type_is_scalar(type)
                 : node->kind == ND_BITNOT ? type_is_integer(type)
                                           : type_is_arithmetic(type);
    if (!is_ok) {
        const char *op = node->kind == ND_NOT      ? "!"
                         : node->kind == ND_BITNOT ? "~"
                         : node->kind == ND_NEG    ? "-"
                                                   : "+";
        diag_add(c->diags, DIAG_UNARY_TYPE, node->span, op, check_describe(c, node->lhs),
                 type_text(c, type));
        return check_poison(c, node);
    }
    if (node->kind == ND_NOT) {
        node->type = c->type_int;
        const_fold_unary(node);
        return node;
    }
    unsigned bits = bits_of(node->lhs);
    node->lhs = conv_promote(c, node->lhs);
    node->type = node->lhs->type->unqual;
    const_fold_unary(node);
    return bits_cut(c, node, bits);
}

// C17 6.5.2.4, 6.5.3.1: ++ and -- need a modifiable lvalue, a number or a pointer to an
// object.
static Node *check_step(Checker *c, Node *node) {
    bool is_inc = node->kind == ND_PRE_INC || node->kind == ND_POST_INC;
    node->lhs = check_expr(c, node->lhs);
    if (is_error(node->lhs) ||
        !check_modifiable(c, node->lhs, node->span, is_inc ? "increment" : "decrement"))
        return check_poison(c, node);
    Type *type = node->lhs->type->unqual;
    if (type_is_arithmetic(type)) {
        node->op_type =
            type_usual(c->types, conv_promoted_type(c, node->lhs), c->type_int);
    } else if (type->kind == TY_POINTER) {
        if (!check_complete(c, type->base, node->span, "what this points at"))
            return check_poison(c, node);
        node->op_type = type;
    } else {
        diag_add(c->diags, DIAG_UNARY_TYPE, node->span, is_inc ? "++" : "--",
                 check_describe(c, node->lhs), type_text(c, type));
        return check_poison(c, node);
    }
    node->op = is_inc ? ND_ADD : ND_SUB;
    if (!is_inc)
        check_sign_lowered(c, node);
    node->type = type;
    return node;
}

// C17 6.5.17: the left value is dropped, the right one is no lvalue.
static Node *check_comma(Checker *c, Node *node) {
    node->lhs = conv_decay(c, check_expr(c, node->lhs));
    if (c->unevaluated == 0 && op_is_comparison(node->lhs->kind))
        check_unused_value(c, node->lhs); // `i < n, j < n` asks one question only
    node->rhs = conv_decay(c, check_expr(c, node->rhs));
    node->type = is_error(node->lhs) ? c->type_error : node->rhs->type->unqual;
    return node;
}

// ---------------------------------------------------------------- dispatch

// The rarer kinds, so that each switch stays on one screen.
static Node *check_special(Checker *c, Node *node) {
    switch (node->kind) {
    case ND_SIZEOF_EXPR:
    case ND_SIZEOF_TYPE:
        return check_sizeof(c, node);
    case ND_COUNTOF_EXPR:
    case ND_COUNTOF_TYPE:
        return check_countof(c, node);
    case ND_ALIGNOF:
        return check_alignof(c, node);
    case ND_OFFSETOF:
        return check_offsetof(c, node);
    case ND_GENERIC:
        return check_generic(c, node);
    case ND_CHOOSE:
        return check_choose(c, node);
    case ND_TYPES_COMPATIBLE:
        return check_types_compatible(c, node);
    case ND_VA_ARG:
        return check_va_arg(c, node);
    case ND_LABEL_ADDR:
        return check_label_addr(c, node);
    case ND_STMT_EXPR:
        return check_stmt_expr(c, node);
    case ND_AWAIT:
        return check_await(c, node);
    case ND_SPAWN:
        return check_spawn(c, node);
    case ND_YIELD:
        return check_yield(c, node);
    default: // lists in braces stand in initialisers only, which check_init reads
        assert(node->kind == ND_YIELD_FROM);
        return check_yield_from(c, node);
    }
}

static Node *typed(Checker *c, Node *node) {
    switch (node->kind) {
    case ND_INT:
    case ND_FLOAT:
        return check_number(c, node);
    case ND_STRING:
        return check_string(c, node);
    case ND_NAME:
        return check_name(c, node);
    case ND_CALL:
        return check_call(c, node);
    case ND_INDEX:
        return check_index(c, node);
    case ND_MEMBER:
        return check_member(c, node);
    case ND_DEREF:
        return check_deref(c, node);
    case ND_ADDR:
        return check_addr(c, node);
    case ND_NEG:
    case ND_PLUS:
    case ND_NOT:
    case ND_BITNOT:
        return check_unary(c, node);
    case ND_PRE_INC:
    case ND_PRE_DEC:
    case ND_POST_INC:
    case ND_POST_DEC:
        return check_step(c, node);
    case ND_COND:
        return check_cond(c, node);
    case ND_COMMA:
        return check_comma(c, node);
    case ND_ASSIGN:
        return check_assign(c, node);
    case ND_OP_ASSIGN:
        return check_op_assign(c, node);
    case ND_CAST:
        return conv_explicit(c, node);
    case ND_COMPOUND:
        return check_compound(c, node);
    default:
        return op_is_binary(node->kind) ? check_binary(c, node) : check_special(c, node);
    }
}

Node *check_expr(Checker *c, Node *node) {
    if (node->type != NULL)
        return node; // an initialiser that several elements share
    node = typed(c, node);
    if (is_error(node))
        check_trust_told(c, node->span);
    return node;
}
