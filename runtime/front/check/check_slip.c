// check_slip.c: legal C that a type or a value shows to be a slip: an integer division whose
// fraction was wanted, the size of a pointer for that of an array, room for a string
// without its zero.
//
// What enters: a typed node, before or after its conversion. What leaves: at most one
// warning. Nothing is said where a careful program could mean it; what can only be known
// when it runs is left to the faults.
//
// Read next: check_habit.c, whose slips show in the operators alone; check_call.c and
// check_conv.c, which ask.
#include "front/check/check_inner.h"
#include <assert.h>
#include <math.h>
#include <string.h>

const Node *check_as_written(const Node *node) {
    while (node->kind == ND_CAST && node->is_implicit)
        node = node->lhs;
    return node;
}

// The array that a typed value is the address of, or NULL.
static const Node *array_behind(const Node *node) {
    node = check_as_written(node);
    return node->kind == ND_DECAY && node->lhs->type->kind == TY_ARRAY ? node->lhs : NULL;
}

const char *check_native_of(const Node *node) {
    node = check_as_written(node);
    return node->kind == ND_CALL && node->call_kind == CALL_NATIVE &&
                   node->call_sym != NULL
               ? node->call_sym->native_name
               : NULL;
}

static bool is_native(const Node *node, const char *name) {
    const char *native = check_native_of(node);
    return native != NULL && strcmp(native, name) == 0;
}

// ---------------------------------------------------------------- fractions

// `1 / 2` and what is computed from it; `10 * sizeof p`.
void check_slip_computed(Node *node) {
    if (node->kind == ND_MUL)
        node->is_pointer_size = check_as_written(node->lhs)->is_pointer_size ||
                                check_as_written(node->rhs)->is_pointer_size;
    bool is_division = node->kind == ND_DIV;
    bool keeps = is_division || node->kind == ND_MUL || node->kind == ND_ADD ||
                 node->kind == ND_SUB;
    if (!keeps || !type_is_integer(node->type))
        return;
    const Node *a = node->lhs, *b = node->rhs;
    bool is_inexact = is_division && a->kind == ND_INT && b->kind == ND_INT &&
                      b->value != 0 && (int64_t)a->value % (int64_t)b->value != 0;
    node->lost_fraction = is_inexact || a->lost_fraction || b->lost_fraction;
}

// Where an integer becomes a floating number, the fraction of a division is gone. One
// that is computed when it runs may be meant: by a constant (`i / WIDTH`, the row of a
// grid) it mostly is, and parentheses of its own say so.
void check_slip_to_float(Checker *c, const Node *node, const Type *type) {
    if (c->unevaluated > 0 || !type_is_floating(type) || !type_is_integer(node->type))
        return;
    bool is_division = node->kind == ND_DIV && !node->in_parens &&
                       check_as_written(node->rhs)->kind != ND_INT;
    if (!node->lost_fraction && !is_division)
        return;
    Diag *diag = check_warn(c, DIAG_INT_DIVISION, node->op_span, type_text(c, type));
    if (diag != NULL)
        diag_note(
            c->diags, diag, (Span){0},
            "to keep the fraction, divide floating numbers: `1.0 / 2`, `(double)a / "
            "b`");
}

// Written with a fraction that no sum of powers of two gives exactly; the constants of
// <float.h> are outside of what is looked at.
static bool is_inexact(const Node *node) {
    double number = fabs(node->number);
    return node->kind == ND_FLOAT && number > 1e-30 && number < 1e15 &&
           number != floor(number) && node->number != (double)(float)node->number;
}

static void warn_float_equal(Checker *c, const Node *node) {
    const Node *a = node->lhs, *b = node->rhs;
    if (node->kind != ND_EQ && node->kind != ND_NE)
        return;
    const Node *number = is_inexact(b) ? b : is_inexact(a) ? a : NULL;
    if (number == NULL)
        return;
    const Node *other = number == a ? b : a;
    Diag *diag = check_warn(c, DIAG_FLOAT_EQUAL, node->op_span, number->number);
    if (diag == NULL)
        return;
    if (other->type->kind == TY_FLOAT && number->type->kind == TY_DOUBLE)
        diag_note(c->diags, diag, (Span){0},
                  "a `float` is never equal to this `double`: write `%gf`, or compare "
                  "with a tolerance",
                  number->number);
    else
        diag_note(c->diags, diag, (Span){0},
                  "compare with a tolerance: `fabs(a - b) < 1e-9`");
}

// ---------------------------------------------------------------- comparisons

// `(c = getchar()) != EOF`, c a char: the byte 0xFF looks like the end.
static void warn_char_eof(Checker *c, const Node *node) {
    const Node *value = node->lhs;
    if (value->kind != ND_ASSIGN || value->type->kind != TY_CHAR ||
        node->rhs->kind != ND_INT || (int64_t)node->rhs->value != -1)
        return;
    const char *native = check_native_of(value->rhs);
    bool reads =
        native != NULL && (strcmp(native, "getchar") == 0 ||
                           strcmp(native, "getc") == 0 || strcmp(native, "fgetc") == 0);
    Diag *diag = reads ? check_warn(c, DIAG_CHAR_EOF, value->span) : NULL;
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0},
                  "`%s` returns an `int` for this reason: keep it in an `int`", native);
}

// `strcmp(a, b) == 1`: which number it is beside 0, nobody knows.
static void warn_strcmp(Checker *c, const Node *node) {
    static const char *const names[] = {"strcmp", "strncmp", "memcmp", "strcasecmp"};
    const Node *number = node->rhs;
    const char *native = check_native_of(node->lhs);
    if ((node->kind != ND_EQ && node->kind != ND_NE) || native == NULL ||
        number->kind != ND_INT || number->value == 0)
        return;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (strcmp(native, names[i]) != 0)
            continue;
        Diag *diag = check_warn(c, DIAG_STRCMP_VALUE, node->op_span, native);
        if (diag != NULL)
            diag_note(c->diags, diag, (Span){0},
                      "write `== 0` for equal, `!= 0` for different, `< 0` for before, "
                      "`> 0` for behind");
    }
}

void check_slip_compared(Checker *c, const Node *node) {
    warn_float_equal(c, node);
    warn_char_eof(c, node);
    warn_strcmp(c, node);
}

// Two arrays are never at the same place.
void check_slip_addresses(Checker *c, const Node *node) {
    const Node *a = array_behind(node->lhs), *b = array_behind(node->rhs);
    if (a == NULL || b == NULL || a->kind == ND_STRING || b->kind == ND_STRING ||
        (node->kind != ND_EQ && node->kind != ND_NE))
        return;
    const Sym *x = check_root_variable(a), *y = check_root_variable(b);
    if (a->kind != ND_NAME || b->kind != ND_NAME || x == y)
        return;
    Diag *diag = check_warn(c, DIAG_ARRAY_COMPARE, node->op_span);
    if (diag == NULL)
        return;
    if (a->type->base->unqual->kind == TY_CHAR)
        diag_note(c->diags, diag, (Span){0}, "to compare the texts: `strcmp(a, b) %s 0`",
                  check_op_text(node->kind));
    else
        diag_note(c->diags, diag, (Span){0},
                  "compare element by element, in a loop; or the bytes with `memcmp`");
}

// `if (f)`, the parentheses of the call forgotten.
void check_slip_condition(Checker *c, const Node *node) {
    const Node *value = check_as_written(node);
    if (c->unevaluated > 0 || value->kind != ND_DECAY || value->lhs->kind != ND_NAME ||
        value->lhs->sym == NULL || value->lhs->sym->is_weak)
        return;
    bool is_function = value->lhs->type->kind == TY_FUNC;
    Diag *diag =
        check_warn(c, DIAG_ALWAYS_ADDRESS, node->span, value->lhs->sym->name->text,
                   is_function ? "a function" : "an array");
    if (diag != NULL && is_function)
        diag_note(c->diags, diag, (Span){0}, "to call it, write `()` behind its name");
    else if (diag != NULL)
        diag_note(c->diags, diag, (Span){0},
                  "to look at its first element, write `%s[0]`",
                  value->lhs->sym->name->text);
}

// ---------------------------------------------------------------- operators

// `x =+ 1`, `x =- 1`: a space behind the sign and none before it.
void check_slip_assigned(Checker *c, const Node *node) {
    const Node *value = node->rhs;
    bool is_sign =
        value->kind == ND_PLUS || value->kind == ND_NEG || value->kind == ND_DEREF;
    if (!is_sign || value->in_parens || value->op_span.source != node->op_span.source ||
        value->op_span.begin != node->op_span.end ||
        value->lhs->span.begin <= value->op_span.begin + 1)
        return;
    const char *sign = value->kind == ND_PLUS ? "+" : value->kind == ND_NEG ? "-" : "*";
    Diag *diag = check_warn(c, DIAG_ASSIGN_SIGN, node->op_span, sign, sign);
    if (diag == NULL)
        return;
    Span both = {node->op_span.source, node->op_span.begin, node->op_span.end + 1};
    const char *meant = arena_printf(c->arena, "%s=", sign);
    diag_fix(c->diags, diag, both, meant, "did you mean `%s`?", meant);
}

// `2^3`, as mathematics writes a power.
void check_slip_power(Checker *c, const Node *node) {
    const Node *a = node->lhs, *b = node->rhs;
    if (node->kind != ND_BITXOR || a->kind != ND_INT || b->kind != ND_INT || a->is_char ||
        b->is_char || a->in_parens || b->in_parens ||
        (a->suffix & b->suffix & NUM_DECIMAL) == 0 || (a->value != 2 && a->value != 10))
        return;
    Diag *diag = check_warn(c, DIAG_XOR_POWER, node->op_span,
                            (unsigned long long)a->value, (unsigned long long)b->value,
                            (unsigned long long)(a->value ^ b->value));
    if (diag == NULL)
        return;
    if (a->value == 2)
        diag_note(c->diags, diag, (Span){0}, "2 to the power of n is `1 << n`");
    else
        diag_note(c->diags, diag, (Span){0},
                  "10 to the power of n is `1e3` for a constant, else `pow(10, n)`");
}

// `sizeof p / sizeof p[0]`, as parsed; what is no count when p is a pointer.
bool check_slip_is_count(const Node *node) {
    const Node *all = node->lhs, *one = node->rhs;
    if (node->kind != ND_DIV || all->kind != ND_SIZEOF_EXPR ||
        one->kind != ND_SIZEOF_EXPR)
        return false;
    const Node *array = all->lhs, *element = one->lhs;
    if (array->kind != ND_NAME ||
        (element->kind != ND_INDEX && element->kind != ND_DEREF) ||
        element->lhs->kind != ND_NAME || element->lhs->name != array->name)
        return false;
    const Sym *sym = scope_find(array->name);
    return sym != NULL && !sym->is_array_param; // which check_sizeof has told
}

void check_slip_count(Checker *c, const Node *node) {
    if (!node->lhs->is_pointer_size)
        return;
    Diag *diag = check_warn(c, DIAG_SIZEOF_POINTER, node->lhs->span);
    if (diag != NULL)
        diag_note(
            c->diags, diag, (Span){0},
            "a pointer does not know how many elements follow: keep the count beside "
            "it");
}

// ---------------------------------------------------------------- order

// Walks what is evaluated in no fixed order (C17 6.5p2), at most so many nodes of it.
typedef struct Walk {
    const Node *other; // looks for a change of what this uses; NULL: for a use of `name`
    const Name *name;
    uint32_t left;
} Walk;
#define MOST_IN_NO_ORDER 32

static const Node *find_in(Walk *walk, const Node *node);

static const Node *find_in_list(Walk *walk, const Node *node) {
    const Node *found = NULL;
    for (; node != NULL && found == NULL; node = node->next)
        found = find_in(walk, node);
    return found;
}

// Does `node` change a variable that the other side uses?
static bool is_change(const Walk *walk, const Node *node) {
    bool changes = node->kind == ND_PRE_INC || node->kind == ND_PRE_DEC ||
                   node->kind == ND_POST_INC || node->kind == ND_POST_DEC ||
                   node->kind == ND_ASSIGN || node->kind == ND_OP_ASSIGN;
    if (!changes || walk->other == NULL || node->lhs->kind != ND_NAME)
        return false;
    Walk uses = {.name = node->lhs->name, .left = MOST_IN_NO_ORDER};
    return find_in(&uses, walk->other) != NULL;
}

static bool is_builtin(const Node *callee) {
    return callee->kind == ND_NAME && strncmp(callee->name->text, "__builtin_", 10) == 0;
}

// What is not listed is not entered: it is not evaluated, or has an order of its own.
static const Node *find_in(Walk *walk, const Node *node) {
    if (node == NULL || walk->left == 0)
        return NULL;
    walk->left--;
    if (is_change(walk, node))
        return node;
    const Node *found = NULL;
    switch (node->kind) {
    case ND_NAME:
        return walk->other == NULL && node->name == walk->name ? node : NULL;
    case ND_PRE_INC:
    case ND_PRE_DEC:
    case ND_POST_INC:
    case ND_POST_DEC:
    case ND_DEREF:
    case ND_NEG:
    case ND_PLUS:
    case ND_BITNOT:
    case ND_NOT:
    case ND_CAST:
    case ND_MEMBER:
        return find_in(walk, node->lhs);
    case ND_ADDR: // `&i` does not ask for i's value
        return node->lhs->kind == ND_NAME ? NULL : find_in(walk, node->lhs);
    case ND_CALL: // some builtins evaluate nothing
        return is_builtin(node->lhs) ? NULL : find_in_list(walk, node->args);
    case ND_ASSIGN:
    case ND_OP_ASSIGN:
        break;
    default:
        if (node->kind != ND_INDEX && !op_is_arithmetic(node->kind) &&
            !op_is_comparison(node->kind))
            return NULL;
    }
    found = find_in(walk, node->lhs);
    return found != NULL ? found : find_in(walk, node->rhs);
}

// `x` changes a variable that `y` uses.
static bool warn_order(Checker *c, const Node *x, const Node *y) {
    Walk changes = {.other = y, .left = MOST_IN_NO_ORDER};
    const Node *step = find_in(&changes, x);
    if (step == NULL)
        return false;
    bool is_more = step->kind == ND_PRE_INC || step->kind == ND_POST_INC;
    bool is_less = step->kind == ND_PRE_DEC || step->kind == ND_POST_DEC;
    Diag *diag = check_warn(c, DIAG_UNSEQUENCED, step->span, step->lhs->name->text);
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0}, "write a statement of its own for the %s",
                  is_more   ? "`++`"
                  : is_less ? "`--`"
                            : "assignment");
    return true;
}

// `i++ + i`, `i = i++`, `a[i] = i++`, `a[i++] = i`.
void check_slip_order(Checker *c, const Node *node) {
    if (node->kind == ND_AND || node->kind == ND_OR)
        return;
    if (!warn_order(c, node->rhs, node->lhs))
        (void)warn_order(c, node->lhs, node->rhs);
}

// `f(i, i++)`
void check_slip_args(Checker *c, const Node *args) {
    for (const Node *arg = args; arg != NULL; arg = arg->next) {
        for (const Node *other = args; other != NULL; other = other->next) {
            if (other != arg && warn_order(c, arg, other))
                return;
        }
    }
}

// ---------------------------------------------------------------- characters

// Plain char is signed here, as on most machines.
void check_slip_index(Checker *c, const Node *node) {
    const Node *index = node->rhs;
    if (c->unevaluated > 0 || index->type->unqual->kind != TY_CHAR ||
        index->kind == ND_INT)
        return;
    Diag *diag = check_warn(c, DIAG_CHAR_INDEX, index->span);
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0}, "write `(unsigned char)` in front of it");
}

// ---------------------------------------------------------------- memory

// The bytes of the object that an argument names; 0: not known.
static uint64_t known_size(const Node *arg) {
    const Node *array = array_behind(arg);
    if (array == NULL || array->kind == ND_STRING || !array->type->is_complete ||
        array->type->is_vla)
        return 0;
    bool is_open =
        array->kind == ND_MEMBER && array->type->count <= 1; // grows: `char s[1]`
    return is_open ? 0 : array->type->size_bytes;
}

// The arguments of a call, as written.
typedef struct Args {
    const Node *call;
    const char *name; // of the native
    const Node *data[3];
    uint32_t count;
} Args;

// How many bytes the call writes to its first argument, as far as it says so itself;
// 0: it does not.
static uint64_t written_size(const Args *args, bool *is_string) {
    static const struct {
        const char *name;
        uint32_t index; // of the argument that says it
    } rows[] = {{"memcpy", 2},  {"memmove", 2}, {"memset", 2},
                {"strncpy", 2}, {"fgets", 1},   {"snprintf", 1}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (strcmp(args->name, rows[i].name) != 0 || args->count <= rows[i].index)
            continue;
        const Node *size = args->data[rows[i].index];
        return size->kind == ND_INT && (int64_t)size->value > 0 ? size->value : 0;
    }
    *is_string = strcmp(args->name, "strcpy") == 0 || strcmp(args->name, "strcat") == 0;
    const Node *text = *is_string && args->count > 1 ? array_behind(args->data[1]) : NULL;
    if (text == NULL || text->kind != ND_STRING)
        return 0;
    return strnlen(text->string, text->string_bytes) + 1;
}

void check_slip_room(Checker *c, const char *name, const Node *arg, uint64_t need,
                     bool is_string) {
    uint64_t room = known_size(arg);
    if (room == 0 || need <= room)
        return;
    Diag *diag =
        check_warn(c, DIAG_TOO_SMALL, arg->span, name, (unsigned long long)need,
                   check_describe(c, array_behind(arg)), (unsigned long long)room);
    if (diag != NULL && is_string)
        diag_note(c->diags, diag, (Span){0},
                  "a string takes one byte more than it has characters, for the final "
                  "`\\0`");
    else if (diag != NULL)
        diag_note(c->diags, diag, (Span){0}, "`sizeof` gives an array's own size");
}

static void warn_too_small(Checker *c, const Args *args) {
    bool is_string = false;
    uint64_t need = written_size(args, &is_string);
    if (args->count > 0)
        check_slip_room(c, args->name, args->data[0], need, is_string);
}

static void warn_gets(Checker *c, const Args *args) {
    if (strcmp(args->name, "gets") != 0)
        return;
    Diag *diag = check_warn(c, DIAG_GETS, args->call->lhs->span);
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0},
                  "`fgets(s, sizeof s, stdin)` stops in time; it keeps the line's `\\n`");
}

// `free(array)`, `free(&x)`, `free("text")`.
static void warn_free(Checker *c, const Args *args) {
    bool frees = strcmp(args->name, "free") == 0 || strcmp(args->name, "realloc") == 0;
    if (!frees || args->count == 0)
        return;
    const Node *arg = args->data[0];
    const Node *object = array_behind(arg);
    if (object == NULL && arg->kind == ND_ADDR)
        object = arg->lhs;
    bool is_own = object != NULL &&
                  (object->kind == ND_STRING || check_root_variable(object) != NULL);
    Diag *diag = is_own ? check_warn(c, DIAG_FREE_OTHER, arg->span, args->name,
                                     check_describe(c, object))
                        : NULL;
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0},
                  "only what malloc and its kin gave is freed; everything else ends by "
                  "itself");
}

// `malloc(strlen(s))`
static void warn_strlen(Checker *c, const Args *args) {
    if (strcmp(args->name, "malloc") != 0 || args->count == 0 ||
        !is_native(args->data[0], "strlen"))
        return;
    Diag *diag = check_warn(c, DIAG_STRLEN_ALLOC, args->data[0]->span);
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0},
                  "`strlen` does not count it: write `malloc(strlen(s) + 1)`");
}

// `memset(p, 0, sizeof p)`: p's own eight bytes; `memset(p, sizeof x, 0)`: none.
static void warn_memset(Checker *c, const Args *args) {
    if (strcmp(args->name, "memset") != 0 || args->count != 3)
        return;
    const Node *to = args->data[0], *value = args->data[1], *count = args->data[2];
    if (count->kind == ND_INT && count->value == 0 &&
        !(value->kind == ND_INT && value->value == 0)) {
        Diag *diag = check_warn(c, DIAG_MEMSET_ZERO, count->span);
        if (diag != NULL)
            diag_note(c->diags, diag, (Span){0},
                      "the count stands last: `memset(to, value, count)`");
        return;
    }
    bool is_pointer = to->kind == ND_NAME && to->type->kind == TY_POINTER &&
                      to->type->base->kind != TY_POINTER &&
                      to->type->base->kind != TY_VOID;
    Diag *diag = is_pointer && count->is_pointer_size
                     ? check_warn(c, DIAG_SIZEOF_POINTER, count->span)
                     : NULL;
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0},
                  "what `%s` points at has the size `sizeof *%s`", to->sym->name->text,
                  to->sym->name->text);
}

// `abs(1.5)` is 1.
static void warn_abs(Checker *c, const Args *args) {
    bool is_abs = strcmp(args->name, "abs") == 0 || strcmp(args->name, "labs") == 0;
    if (!is_abs || args->count != 1 || !type_is_floating(args->data[0]->type))
        return;
    const Node *callee = check_as_written(args->call->lhs);
    Diag *diag = check_warn(c, DIAG_ABS_OF_FLOAT, callee->span, args->name);
    if (diag != NULL)
        diag_fix(c->diags, diag, callee->span, "fabs",
                 "for floating-point numbers there is `fabs`");
}

void check_slip_call(Checker *c, const Node *call) {
    const char *name = check_native_of(call);
    if (name == NULL || c->unevaluated > 0)
        return;
    Args args = {.call = call, .name = name};
    for (const Node *arg = call->args; arg != NULL && args.count < COUNT_OF(args.data);
         arg = arg->next)
        args.data[args.count++] = check_as_written(arg);
    warn_too_small(c, &args);
    warn_gets(c, &args);
    warn_free(c, &args);
    warn_strlen(c, &args);
    warn_memset(c, &args);
    warn_abs(c, &args);
}

// ---------------------------------------------------------------- what malloc gives

// The argument that says how many bytes one element, or all, have.
static const Node *alloc_size(const Node *call) {
    const char *native = check_native_of(call);
    if (native == NULL || call->args == NULL)
        return NULL;
    if (strcmp(native, "malloc") == 0)
        return check_as_written(call->args);
    bool is_second = strcmp(native, "calloc") == 0 || strcmp(native, "realloc") == 0;
    return is_second && call->args->next != NULL ? check_as_written(call->args->next)
                                                 : NULL;
}

// `struct node *p = malloc(sizeof p)`, `int *a = malloc(10)`. Memory may be larger than
// what it begins with, but not smaller.
void check_slip_alloc(Checker *c, const Node *value, const Type *type) {
    const Type *base = type->kind == TY_POINTER ? type->base->unqual : NULL;
    const Node *size = alloc_size(check_as_written(value));
    if (size == NULL || base == NULL || base->kind == TY_POINTER ||
        base->kind == TY_VOID || !base->is_complete || base->is_vla ||
        base->size_bytes == 0 || c->unevaluated > 0)
        return;
    if (size->is_pointer_size) {
        Diag *diag = check_warn(c, DIAG_SIZEOF_POINTER, size->span);
        if (diag != NULL)
            diag_note(c->diags, diag, (Span){0},
                      "what it points at has the size `sizeof *p`, here `sizeof(%s)`",
                      type_text(c, base));
        return;
    }
    if (size->kind != ND_INT || size->value == 0)
        return;
    bool is_few = size->value < base->size_bytes;
    bool is_uneven = type_is_scalar(base) && size->value % base->size_bytes != 0;
    if (!is_few && !is_uneven)
        return;
    Diag *diag =
        check_warn(c, DIAG_ALLOC_SIZE, size->span, (unsigned long long)size->value,
                   is_few ? "too few for one" : "no whole number of", type_text(c, base),
                   (unsigned long long)base->size_bytes);
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0}, "for n elements: `malloc(n * sizeof(%s))`",
                  type_text(c, base));
}
