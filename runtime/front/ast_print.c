// ast_print.c: Node -> S-expression.
//
// What enters: a list of nodes as the parser made it, or as the checker left it. What
// leaves: text in which a list is `(what part part ...)`, an operator is itself (`(+ a
// 1)`), and a declaration is read as English: `char *(*f[3])(int)` is `(decl f (array 3
// (pointer (func (int) (pointer char)))))`.
//
// What always holds: the same tree gives the same text; nothing is written that depends
// on addresses.
//
// Read next: ast.h, which says what each kind's fields are.
#include "front/ast_print.h"

#include "base/vec.h"

#include <assert.h>
#include <stdio.h>

typedef struct Printer {
    Str out;
    Arena types; // texts of types, thrown away at the end
} Printer;

static void print_node(Printer *p, const Node *node);
static void print_spec(Printer *p, const DeclSpec *spec);
static void print_type(Printer *p, const DeclSpec *spec, const DeclPart *part);

// ---------------------------------------------------------------- atoms

// As a C string literal would be written, all else in hexadecimal.
static void print_bytes(Printer *p, const char *text, size_t size_bytes) {
    str_putc(&p->out, '"');
    for (size_t i = 0; i < size_bytes; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '"' || c == '\\')
            str_printf(&p->out, "\\%c", c);
        else if (c == '\n')
            str_puts(&p->out, "\\n");
        else if (c < 0x20 || c == 0x7f)
            str_printf(&p->out, "\\x%02x", c);
        else
            str_putc(&p->out, (char)c);
    }
    str_putc(&p->out, '"');
}

// `_` stands for what has no name.
static void print_name(Printer *p, const Name *name) {
    str_puts(&p->out, name ? name->text : "_");
}

// Typed numbers are just their value; parsed ones show what was written.
static void print_int(Printer *p, const Node *node) {
    if (node->type) {
        str_printf(&p->out, "%lld", (long long)node->value);
    } else if (node->is_bool || node->is_nullptr) {
        str_puts(&p->out, node->is_nullptr ? "nullptr" : node->value ? "true" : "false");
    } else if (node->is_char) {
        str_printf(&p->out, "(char %lld)", (long long)node->value);
    } else {
        str_printf(&p->out, "%llu%s%s", (unsigned long long)node->value,
                   node->suffix & NUM_U ? "u" : "",
                   node->suffix & NUM_LL  ? "ll"
                   : node->suffix & NUM_L ? "l"
                                          : "");
    }
}

// With the prefix of its encoding; the units of wide strings show as bytes.
static void print_string(Printer *p, const Node *node) {
    static const char *const prefixes[] = {"", "u8", "L", "u", "U"};
    assert(node->str_kind < COUNT_OF(prefixes));
    str_puts(&p->out, prefixes[node->str_kind]);
    print_bytes(p, node->string, node->string_bytes);
}

// ---------------------------------------------------------------- lists of parts

// " part", or " _" for one that is not there.
static void print_part(Printer *p, const Node *node) {
    str_putc(&p->out, ' ');
    print_node(p, node);
}

// " part" when there is one.
static void print_optional(Printer *p, const Node *node) {
    if (node)
        print_part(p, node);
}

// A list's members, each with a blank in front.
static void print_list(Printer *p, const Node *list) {
    for (; list; list = list->next)
        print_part(p, list);
}

// ---------------------------------------------------------------- declarations

// Members as (name type :width).
static void print_fields(Printer *p, const FieldDecl *field) {
    for (; field; field = field->next) {
        str_puts(&p->out, " ");
        if (field->static_assertion) {
            print_node(p, field->static_assertion);
            continue;
        }
        str_puts(&p->out, "(");
        print_name(p, field->declarator ? field->declarator->name : NULL);
        str_puts(&p->out, " ");
        print_type(p, field->spec, field->declarator ? field->declarator->parts : NULL);
        if (field->bit_width) {
            str_puts(&p->out, " :");
            print_node(p, field->bit_width);
        }
        str_puts(&p->out, ")");
    }
}

// A type without a name: what stands in casts and sizeof.
static void print_type_name(Printer *p, const TypeName *name) {
    if (name->spec)
        print_type(p, name->spec, name->declarator ? name->declarator->parts : NULL);
    else
        str_puts(&p->out, "_");
}

// The body shows where it was written; elsewhere only the tag.
static void print_tag(Printer *p, const TagSpec *tag) {
    const char *keyword = tag->kind == TY_ENUM    ? "enum"
                          : tag->kind == TY_UNION ? "union"
                                                  : "struct";
    if (!tag->has_body && !tag->enum_base) {
        str_printf(&p->out, "%s ", keyword);
        print_name(p, tag->name);
        return;
    }
    str_printf(&p->out, "(%s ", keyword);
    print_name(p, tag->name);
    if (tag->enum_base) {
        str_puts(&p->out, " :");
        print_type_name(p, tag->enum_base);
    }
    print_fields(p, tag->fields);
    for (const EnumDecl *e = tag->enumerators; e; e = e->next) {
        str_puts(&p->out, e->value ? " (" : " ");
        print_name(p, e->name);
        if (!e->value)
            continue;
        print_part(p, e->value);
        str_puts(&p->out, ")");
    }
    str_puts(&p->out, ")");
}

// As it is written: (task int), (generator int (pointer char)).
static void print_handle(Printer *p, const DeclSpec *spec) {
    const char *word = spec->handle == TY_COROUTINE   ? "coroutine"
                       : spec->handle == TY_TASK      ? "task"
                       : spec->handle == TY_FUTURE    ? "future"
                       : spec->handle == TY_GENERATOR ? "generator"
                                                      : "queue";
    str_printf(&p->out, "(%s ", word);
    print_type_name(p, spec->type_name);
    if (spec->sent) {
        str_puts(&p->out, " ");
        print_type_name(p, spec->sent);
    }
    str_puts(&p->out, ")");
}

// Storage and qualifiers, each with a blank behind it.
static void print_prefixes(Printer *p, const DeclSpec *spec) {
    static const struct {
        uint32_t bit;
        const char *word;
    } storages[] = {
        {STORAGE_TYPEDEF, "typedef"},     {STORAGE_EXTERN, "extern"},
        {STORAGE_STATIC, "static"},       {STORAGE_AUTO, "auto"},
        {STORAGE_REGISTER, "register"},   {STORAGE_THREAD, "thread"},
        {STORAGE_CONSTEXPR, "constexpr"}, {FUNC_INLINE, "inline"},
        {FUNC_NORETURN, "noreturn"},      {FUNC_ASYNC, "async"},
    };
    for (size_t i = 0; i < COUNT_OF(storages); i++)
        if (spec->storage & storages[i].bit)
            str_printf(&p->out, "%s ", storages[i].word);
    static const char *const quals[] = {"const", "volatile", "restrict", "atomic"};
    for (unsigned i = 0; i < COUNT_OF(quals); i++)
        if (spec->quals & 1u << i)
            str_printf(&p->out, "%s ", quals[i]);
    for (const Attr *attr = spec->attrs; attr; attr = attr->next) {
        str_puts(&p->out, "[[");
        if (attr->prefix)
            str_printf(&p->out, "%s::", attr->prefix->text);
        print_name(p, attr->name);
        if (attr->string)
            str_printf(&p->out, " \"%s\"", attr->string);
        else
            print_list(p, attr->args);
        str_puts(&p->out, "]] ");
    }
    for (const Node *align = spec->alignas_list; align; align = align->next) {
        str_puts(&p->out, "(alignas ");
        print_node(p, align);
        str_puts(&p->out, ") ");
    }
}

// Words in one fixed order, however they were written: `long unsigned` is `unsigned
// long`.
static void print_spec(Printer *p, const DeclSpec *spec) {
    static const struct {
        uint32_t bit;
        const char *word;
    } words[] = {
        {SPEC_UNSIGNED, "unsigned"},
        {SPEC_SIGNED, "signed"},
        {SPEC_SHORT, "short"},
        {SPEC_LONG, "long"},
        {SPEC_LONG_LONG, "long long"},
        {SPEC_VOID, "void"},
        {SPEC_BOOL, "bool"},
        {SPEC_CHAR, "char"},
        {SPEC_INT, "int"},
        {SPEC_FLOAT, "float"},
        {SPEC_DOUBLE, "double"},
        {SPEC_AUTO_TYPE, "auto-type"},
        {SPEC_TYPEVAR, "__T"},
    };
    print_prefixes(p, spec);
    const char *blank = "";
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (!(spec->words & words[i].bit))
            continue;
        str_printf(&p->out, "%s%s", blank, words[i].word);
        blank = " ";
    }
    if (spec->words & SPEC_TAG)
        print_tag(p, spec->tag);
    if (spec->words & SPEC_NAMED)
        print_name(p, spec->name);
    if (spec->words & SPEC_HANDLE)
        print_handle(p, spec);
    if (spec->words & (SPEC_TYPEOF | SPEC_ATOMIC_OF)) {
        str_puts(&p->out, spec->words & SPEC_UNQUAL   ? "(typeof_unqual "
                          : spec->words & SPEC_TYPEOF ? "(typeof "
                                                      : "(atomic ");
        if (spec->type_name)
            print_type_name(p, spec->type_name);
        else
            print_node(p, spec->expr);
        str_puts(&p->out, ")");
    }
}

// Named ones as (name type), unnamed ones as their type.
static void print_params(Printer *p, const DeclPart *func) {
    str_puts(&p->out, "(");
    const char *blank = "";
    for (const ParamDecl *param = func->params; param; param = param->next, blank = " ") {
        str_puts(&p->out, blank);
        const Declarator *d = param->declarator;
        if (!param->spec) {
            print_name(p, d->name);
            continue;
        }
        if (d->name)
            str_printf(&p->out, "(%s ", d->name->text);
        print_type(p, param->spec, d->parts);
        if (d->name)
            str_puts(&p->out, ")");
    }
    if (func->is_void)
        str_puts(&p->out, "void");
    if (func->is_variadic)
        str_printf(&p->out, "%s...", blank);
    str_puts(&p->out, ")");
}

// The type a declarator's parts make of the specifiers.
static void print_type(Printer *p, const DeclSpec *spec, const DeclPart *part) {
    uint32_t closing = 0;
    for (; part; part = part->next, closing++) {
        static const char *const quals[] = {"const ", "volatile ", "restrict ",
                                            "atomic "};
        for (unsigned i = 0; i < COUNT_OF(quals); i++)
            if (part->quals & 1u << i)
                str_puts(&p->out, quals[i]);
        if (part->kind == PART_POINTER) {
            str_puts(&p->out, "(pointer ");
        } else if (part->kind == PART_FUNC) {
            str_puts(&p->out, part->is_old_style ? "(func-old " : "(func ");
            print_params(p, part);
            str_puts(&p->out, " ");
        } else {
            str_puts(&p->out, part->is_static ? "(array static " : "(array ");
            if (part->count)
                print_node(p, part->count);
            else
                str_puts(&p->out, part->is_star ? "*" : "_");
            str_puts(&p->out, " ");
        }
    }
    print_spec(p, spec);
    while (closing-- > 0)
        str_puts(&p->out, ")");
}

// (decl name type init) and (func name type body).
static void print_declared(Printer *p, const char *what, const Node *node) {
    str_printf(&p->out, "(%s ", what);
    const Declarator *d = node->declarator;
    print_name(p, d ? d->name : NULL);
    str_puts(&p->out, " ");
    if (node->spec)
        print_type(p, node->spec, d ? d->parts : NULL);
    if (d && d->old_style_decls) {
        str_puts(&p->out, " (where");
        print_list(p, d->old_style_decls);
        str_puts(&p->out, ")");
    }
    print_optional(p, node->kind == ND_FUNC ? node->body : node->init);
    str_puts(&p->out, ")");
}

// ---------------------------------------------------------------- initialisers

// Designators as written, each list in parentheses.
static void print_init_list(Printer *p, const Node *node) {
    str_puts(&p->out, "(init");
    for (const ListItem *item = node->items; item; item = item->next) {
        str_puts(&p->out, " ");
        for (const Designator *d = item->designators; d; d = d->next) {
            if (d->name) {
                str_printf(&p->out, ".%s", d->name->text);
                continue;
            }
            str_puts(&p->out, "[");
            print_node(p, d->lo);
            if (d->hi) {
                str_puts(&p->out, " ... ");
                print_node(p, d->hi);
            }
            str_puts(&p->out, "]");
        }
        if (item->designators)
            str_puts(&p->out, "=");
        print_node(p, item->value);
    }
    str_puts(&p->out, ")");
}

// What the checker made of one: offsets and values.
static void print_flat_init(Printer *p, const Node *node) {
    str_puts(&p->out, "(init");
    for (const InitItem *item = node->init_items; item; item = item->next) {
        str_printf(&p->out, " @%llu=", (unsigned long long)item->offset_bytes);
        print_node(p, item->value);
    }
    str_puts(&p->out, ")");
}

// ---------------------------------------------------------------- nodes

// The word that begins a node's list; NULL for kinds with a printer of their own.
static const char *const node_words[ND_KIND_COUNT] = {
    [ND_INDEX] = "index",
    [ND_DEREF] = "deref",
    [ND_ADDR] = "addr",
    [ND_NEG] = "neg",
    [ND_PLUS] = "plus",
    [ND_NOT] = "!",
    [ND_BITNOT] = "~",
    [ND_PRE_INC] = "++pre",
    [ND_PRE_DEC] = "--pre",
    [ND_POST_INC] = "post++",
    [ND_POST_DEC] = "post--",
    [ND_ADD] = "+",
    [ND_SUB] = "-",
    [ND_MUL] = "*",
    [ND_DIV] = "/",
    [ND_REM] = "%",
    [ND_SHL] = "<<",
    [ND_SHR] = ">>",
    [ND_BITAND] = "&",
    [ND_BITOR] = "|",
    [ND_BITXOR] = "^",
    [ND_LT] = "<",
    [ND_LE] = "<=",
    [ND_GT] = ">",
    [ND_GE] = ">=",
    [ND_EQ] = "==",
    [ND_NE] = "!=",
    [ND_AND] = "&&",
    [ND_OR] = "||",
    [ND_COMMA] = "comma",
    [ND_ASSIGN] = "=",
    [ND_SIZEOF_EXPR] = "sizeof",
    [ND_COUNTOF_EXPR] = "countof",
    [ND_AWAIT] = "await",
    [ND_SPAWN] = "spawn",
    [ND_YIELD] = "yield",
    [ND_YIELD_FROM] = "yield-from",
    [ND_DECAY] = "decay",
    [ND_RETURN] = "return",
    [ND_THROW] = "throw",
    // of a block and optional parts
    [ND_STMT_EXPR] = "stmt-expr",
    [ND_TASKGROUP] = "taskgroup",
    [ND_SHIELD] = "shield",
    [ND_DEFER] = "defer",
    [ND_DEFAULT] = "default",
    // a condition and bodies
    [ND_IF] = "if",
    [ND_WHILE] = "while",
    [ND_SWITCH] = "switch",
    [ND_DEADLINE] = "deadline",
    // of a type name
    [ND_SIZEOF_TYPE] = "sizeof-type",
    [ND_COUNTOF_TYPE] = "countof-type",
    [ND_ALIGNOF] = "alignof",
    [ND_VA_ARG] = "va-arg",
    [ND_OFFSETOF] = "offsetof",
    [ND_TYPES_COMPATIBLE] = "types-compatible",
    // no parts
    [ND_EMPTY] = "empty",
    [ND_GAP] = "gap",
    [ND_BREAK] = "break",
    [ND_CONTINUE] = "continue",
    [ND_PLACEHOLDER] = "here",
    // a name and a value
    [ND_OPTION] = "option",
};

// The programmer's casts show their type as written, the checker's as `convert`.
static void print_cast(Printer *p, const Node *node) {
    if (node->type_name) {
        str_puts(&p->out, "(cast ");
        print_type_name(p, node->type_name);
    } else {
        str_printf(&p->out, "(convert %s",
                   node->type ? type_print(&p->types, node->type) : "_");
    }
    print_part(p, node->lhs);
    str_puts(&p->out, ")");
}

// (generic value (type result) ... (default result)).
static void print_generic(Printer *p, const Node *node) {
    str_puts(&p->out, "(generic ");
    print_node(p, node->lhs);
    for (const Node *assoc = node->assocs; assoc; assoc = assoc->next) {
        str_puts(&p->out, " (");
        if (assoc->type_name)
            print_type_name(p, assoc->type_name);
        else
            str_puts(&p->out, "default");
        print_part(p, assoc->lhs);
        str_puts(&p->out, ")");
    }
    str_puts(&p->out, ")");
}

// A compound literal, with its list if the checker has not consumed it.
static void print_compound(Printer *p, const Node *node) {
    str_puts(&p->out, "(compound ");
    if (node->compound_type)
        print_type_name(p, node->compound_type);
    print_optional(p, node->compound_init);
    str_puts(&p->out, ")");
}

// Kinds with a type name and perhaps an operand.
static void print_of_type(Printer *p, const Node *node) {
    str_printf(&p->out, "(%s", node_words[node->kind]);
    if (node->kind != ND_OFFSETOF && node->lhs && node->kind != ND_TYPES_COMPATIBLE)
        print_part(p, node->lhs);
    if (node->type_name) {
        str_puts(&p->out, " ");
        print_type_name(p, node->type_name);
    }
    if (node->type_name2) {
        str_puts(&p->out, " ");
        print_type_name(p, node->type_name2);
    }
    if (node->kind == ND_OFFSETOF)
        print_part(p, node->lhs);
    str_puts(&p->out, ")");
}

// The print_* functions below take the kinds they know; false leaves the node to the
// next.
static bool print_primary(Printer *p, const Node *node) {
    switch (node->kind) {
    case ND_INT:
        print_int(p, node);
        return true;
    case ND_FLOAT:
        str_printf(&p->out, "%.17g%s", node->number, node->suffix & NUM_F ? "f" : "");
        return true;
    case ND_STRING:
        print_string(p, node);
        return true;
    case ND_NAME:
        print_name(p, node->name);
        return true;
    case ND_CALL:
        str_puts(&p->out, "(call");
        print_part(p, node->lhs);
        print_list(p, node->args);
        break;
    case ND_MEMBER:
        str_puts(&p->out, "(.");
        print_name(p, node->name);
        print_part(p, node->lhs);
        break;
    case ND_COND:
        str_puts(&p->out, "(?");
        print_part(p, node->cond);
        print_part(p, node->lhs);
        print_part(p, node->rhs);
        break;
    case ND_CHOOSE:
        str_puts(&p->out, "(choose");
        print_part(p, node->cond);
        print_part(p, node->lhs);
        print_part(p, node->rhs);
        break;
    case ND_OP_ASSIGN:
        str_printf(&p->out, "(%s=", node_words[node->op] ? node_words[node->op] : "?");
        print_part(p, node->lhs);
        print_part(p, node->rhs);
        break;
    default:
        return false;
    }
    str_puts(&p->out, ")");
    return true;
}

// Kinds in which a type name takes part.
static bool print_typed_expression(Printer *p, const Node *node) {
    switch (node->kind) {
    case ND_CAST:
        print_cast(p, node);
        return true;
    case ND_COMPOUND:
        print_compound(p, node);
        return true;
    case ND_INIT_LIST:
        print_init_list(p, node);
        return true;
    case ND_INIT:
        print_flat_init(p, node);
        return true;
    case ND_GENERIC:
        print_generic(p, node);
        return true;
    case ND_SIZEOF_TYPE:
    case ND_COUNTOF_TYPE:
    case ND_ALIGNOF:
    case ND_VA_ARG:
    case ND_OFFSETOF:
    case ND_TYPES_COMPATIBLE:
        print_of_type(p, node);
        return true;
    default:
        return false;
    }
}

// The three parts of the header are always there, `_` for an empty one.
static void print_for(Printer *p, const Node *node) {
    const char *await = node->is_await ? "-await" : "";
    if (node->kind == ND_FOR_IN) {
        str_printf(&p->out, "(for-in%s", await);
        print_part(p, node->decl);
        print_part(p, node->lhs);
    } else {
        str_puts(&p->out, "(for (");
        for (const Node *start = node->init_stmt; start; start = start->next) {
            print_node(p, start);
            if (start->next)
                str_puts(&p->out, " ");
        }
        str_puts(&p->out, ")");
        print_part(p, node->cond);
        print_part(p, node->step);
    }
    print_part(p, node->then);
    str_puts(&p->out, ")");
}

// Statements with statements inside.
static bool print_control(Printer *p, const Node *node) {
    switch (node->kind) {
    case ND_BLOCK:
        str_puts(&p->out, "(block");
        print_list(p, node->then);
        break;
    case ND_IF:
    case ND_DEADLINE:
    case ND_WHILE:
    case ND_SWITCH:
        str_printf(&p->out, "(%s", node_words[node->kind]);
        print_part(p, node->cond);
        print_part(p, node->then);
        if (node->kind == ND_IF || node->kind == ND_DEADLINE)
            print_optional(p, node->otherwise);
        break;
    case ND_DO:
        str_puts(&p->out, "(do");
        print_part(p, node->then);
        print_part(p, node->cond);
        break;
    case ND_FOR:
    case ND_FOR_IN:
        print_for(p, node);
        return true;
    case ND_TRY:
        str_puts(&p->out, "(try");
        print_part(p, node->then);
        str_puts(&p->out, " (catch");
        print_part(p, node->decl);
        print_part(p, node->otherwise);
        str_puts(&p->out, ")");
        break;
    case ND_STMT_EXPR:
    case ND_TASKGROUP:
    case ND_SHIELD:
    case ND_DEFER:
    case ND_DEFAULT:
        str_printf(&p->out, "(%s", node_words[node->kind]);
        print_part(p, node->then);
        break;
    default:
        return false;
    }
    str_puts(&p->out, ")");
    return true;
}

// The rest of the statements, and declarations.
static bool print_statement(Printer *p, const Node *node) {
    switch (node->kind) {
    case ND_EXPR_STMT:
        str_puts(&p->out, node->show_value ? "(value" : "(expr");
        print_part(p, node->lhs);
        break;
    case ND_CASE:
        str_puts(&p->out, "(case");
        print_part(p, node->lhs);
        print_optional(p, node->rhs);
        print_part(p, node->then);
        break;
    case ND_GOTO:
    case ND_LABEL:
        str_puts(&p->out, node->kind == ND_GOTO ? "(goto " : "(label ");
        if (node->name)
            print_name(p, node->name);
        else
            print_part(p, node->lhs);
        if (node->kind == ND_LABEL)
            print_part(p, node->label_body);
        break;
    case ND_STATIC_ASSERT:
        str_puts(&p->out, "(static-assert");
        print_part(p, node->lhs);
        if (node->string) {
            str_puts(&p->out, " ");
            print_bytes(p, node->string, node->string_bytes);
        }
        break;
    case ND_MAGIC:
    case ND_TIMED:
        str_puts(&p->out, node->kind == ND_MAGIC ? "(magic " : "(timed ");
        print_bytes(p, node->string, node->string_bytes);
        if (node->kind == ND_TIMED)
            print_part(p, node->timed_body);
        break;
    case ND_DECL:
        print_declared(p, "decl", node);
        return true;
    case ND_FUNC:
        print_declared(p, "func", node);
        return true;
    default:
        return false;
    }
    str_puts(&p->out, ")");
    return true;
}

// Kinds without a printer of their own are their word and their operands.
static void print_node(Printer *p, const Node *node) {
    if (!node) {
        str_puts(&p->out, "_");
        return;
    }
    if (print_primary(p, node) || print_typed_expression(p, node) ||
        print_control(p, node) || print_statement(p, node))
        return;
    assert(node->kind < ND_KIND_COUNT);
    assert(node_words[node->kind]);
    str_printf(&p->out, "(%s", node_words[node->kind]);
    print_optional(p, node->lhs);
    print_optional(p, node->rhs);
    str_puts(&p->out, ")");
}

char *ast_print(const Node *list) {
    Printer printer = {0};
    arena_init(&printer.types);
    for (; list; list = list->next) {
        print_node(&printer, list);
        if (list->next)
            str_putc(&printer.out, '\n');
    }
    arena_deinit(&printer.types);
    return str_take(&printer.out);
}
