// parse_decl.c: declarations: declarators, parameters, type names, function definitions
// (C17 6.7.6 to 6.9.1).
//
// What enters: tokens at a declaration. What leaves: one ND_DECL per declarator, all with
// the same DeclSpec, or an ND_FUNC. A declarator is read inside out and kept as a list of
// parts from the name outwards (ast.h draws one), so that nobody after the parser needs
// to know the spiral rule.
//
// What always holds: a name is declared in the parser's scope as soon as its declarator
// ends, before its initialiser (C17 6.2.1p7). Parameters are declared in a scope of the
// prototype, and once more in the body's. The number of parts of a declarator is bounded
// like nesting, for types are walked by recursion.
//
// Read next: parse_spec.c (what stands in front), parse_init.c (what stands behind).
#include "front/parse/parse_inner.h"

#include <assert.h>
#include <string.h>

// What is carried through one declarator.
typedef struct DeclaratorState {
    Declarator *out;
    const DeclSpec *spec; // for messages; may be NULL
    DeclaratorMode mode;
    uint32_t part_count;
} DeclaratorState;

static DeclPart **declarator_parts(Parser *p, DeclaratorState *state, DeclPart **tail);

// Types are walked by recursion later, so their depth is bounded here where they are
// written.
static DeclPart *part_new(Parser *p, DeclaratorState *state, DeclPartKind kind) {
    DeclPart *part = arena_new(p->arena, DeclPart);
    part->kind = kind;
    part->span = p->at->span;
    if (++state->part_count > LIMIT_NESTING)
        parse_give_up(p, p->at->span, "this type is", LIMIT_NESTING);
    return part;
}

// ---------------------------------------------------------------- parameters

// Reports `f(a, b);`, a list of names without a body; the parameters stay, as int.
static void require_types(Parser *p, DeclPart *func) {
    ParamDecl *first = func->params;
    if (first && !first->next) {
        const Token *was = p->at;
        for (const Token *t = p->at; t > p->first; t--)
            if (t->kind == TK_NAME && t->name == first->declarator->name) {
                p->at = t;
                break;
            }
        (void)help_unknown_type(p, p->at);
        p->at = was;
        p->panic = p->dead;
    }
    for (ParamDecl *param = func->params; param; param = param->next) {
        if (param->spec)
            continue;
        const char *name = param->declarator->name->text;
        Diag *diag = parse_error(p, DIAG_PARSE_PARAM_TYPE, param->span, name, NULL);
        parse_fix(p, diag, param->span, arena_printf(p->arena, "int %s", name),
                  arena_printf(p->arena, "such as `int %s`", name));
        param->spec = arena_new(p->arena, DeclSpec);
        param->spec->words = SPEC_INT;
        param->spec->span = param->span;
    }
    p->panic = p->dead;
    func->is_old_style = false;
}

// A parameter begins with a word that is no type: `f(int a, b)`, `f(strin s)`.
static DeclSpec *untyped_parameter(Parser *p) {
    DeclSpec *spec = arena_new(p->arena, DeclSpec);
    spec->words = SPEC_INT;
    spec->span = p->at->span;
    TokKind next = (TokKind)peek_token(p, 1)->kind;
    if (!at_kind(p, TK_NAME)) {
        const char *found = token_describe(p, p->at);
        (void)parse_error(p, DIAG_PARSE_EXPECTED, span_here(p), "a parameter's type",
                          found);
    } else if (next == TK_NAME || next == TK_STAR) {
        if (help_unknown_type(p, p->at))
            token_advance(p);
    } else {
        const char *name = p->at->name->text;
        Diag *diag = parse_error(p, DIAG_PARSE_PARAM_TYPE, p->at->span, name, NULL);
        parse_fix(p, diag, p->at->span, arena_printf(p->arena, "int %s", name),
                  arena_printf(p->arena, "such as `int %s`", name));
        p->panic = p->dead;
    }
    return spec;
}

// parameter-declaration = attributes declaration-specifiers ( declarator | [
// abstract-declarator ] )
static ParamDecl *parameter_declaration(Parser *p) {
    ParamDecl *param = arena_new(p->arena, ParamDecl);
    const Token *begin = p->at;
    if (starts_declaration(p, p->at) || at_attributes(p) || help_unknown_qualifier(p))
        param->spec = declaration_specifiers(p);
    else
        param->spec = untyped_parameter(p);
    require_type(p, param->spec);
    param->declarator = declarator(p, param->spec, DECLARATOR_PARAM);
    param->span = span_since(p, begin);
    scope_declare(p, param->declarator->name, BIND_VALUE);
    if (at_kind(p, TK_ASSIGN)) {
        Diag *diag = parse_error(p, DIAG_PARSE_MISPLACED, p->at->span, "`=`",
                                 "C has no default arguments");
        parse_note(p, diag, (Span){0}, "every call gives all arguments");
    }
    return param;
}

// The list between the parentheses; the `(` was read.
static void parameter_list(Parser *p, DeclPart *func) {
    ParamDecl **tail = &func->params;
    for (uint32_t count = 1;; count++) {
        if (token_accept(p, TK_ELLIPSIS)) {
            func->is_variadic = true;
            return;
        }
        if (count > LIMIT_PARAMS) {
            parse_too_many(p, "parameters", LIMIT_PARAMS);
            return;
        }
        ParamDecl *param = parameter_declaration(p);
        *tail = param;
        tail = &param->next;
        if (at_kind(p, TK_SEMI) && !peek_token(p, 1)->bol && !p->panic) {
            bool is_last = peek_token(p, 1)->kind == TK_RPAREN;
            (void)parse_error(p, DIAG_PARSE_EXPECTED, p->at->span,
                              is_last ? "`)`" : "`,` between parameters", "`;`");
            token_advance(p);
            p->panic = p->dead;
            if (is_last)
                return;
            continue;
        }
        recover_list(p, TK_RPAREN);
        if (p->panic || !token_accept(p, TK_COMMA))
            return;
    }
}

// (void): one unnamed parameter of plain type void, without `register` (C17 6.7.6.3p10).
static bool is_void_list(const DeclPart *func) {
    const ParamDecl *only = func->params;
    return only && !only->next && !func->is_variadic && only->spec &&
           only->spec->words == SPEC_VOID && !only->spec->quals && !only->spec->storage &&
           !only->declarator->name && !only->declarator->parts;
}

// parameters = "(" [ parameter-list [ "," "..." ] | "..." | identifier-list ] ")"
static DeclPart *function_part(Parser *p, DeclaratorState *state) {
    const Token *open = p->at;
    DeclPart *func = part_new(p, state, PART_FUNC);
    token_advance(p);
    if (token_accept(p, TK_RPAREN) ||
        (bracket_is_wrong(p, TK_RPAREN, open) && expect_close(p, TK_RPAREN, open))) {
        func->is_old_style = true;
        return func;
    }
    if (!nest_enter(p))
        return func;
    uint32_t scope;
    scope_open(p, &scope);
    TokKind next = (TokKind)peek_token(p, 1)->kind;
    func->is_old_style = at_kind(p, TK_NAME) && !starts_declaration(p, p->at) &&
                         (next == TK_COMMA || next == TK_RPAREN);
    if (func->is_old_style)
        identifier_list(p, &func->params);
    else
        parameter_list(p, func);
    scope_close(p, scope);
    nest_leave(p);
    (void)expect_close(p, TK_RPAREN, open);
    func->span = span_since(p, open);
    if (is_void_list(func)) {
        func->params = NULL;
        func->is_void = true;
    }
    return func;
}

// ---------------------------------------------------------------- declarators

// array-suffix = "[" { qualifier | "static" } [ assignment-expression | "*" ] "]"
static DeclPart *array_part(Parser *p, DeclaratorState *state) {
    const Token *open = p->at;
    DeclPart *part = part_new(p, state, PART_ARRAY);
    token_advance(p);
    for (;;) {
        uint8_t qual = qualifier_of(p, p->at);
        if (qual)
            part->quals |= qual;
        else if (at_kind(p, TK_STATIC))
            part->is_static = true;
        else
            break;
        token_advance(p);
    }
    if (at_kind(p, TK_STAR) && peek_token(p, 1)->kind == TK_RBRACKET) {
        part->is_star = true;
        token_advance(p);
    } else if (!at_kind(p, TK_RBRACKET) || part->is_static) {
        part->count = assignment_expression(p);
    }
    (void)expect_close(p, TK_RBRACKET, open);
    part->span = span_since(p, open);
    return part;
}

// pointer = { "*" { qualifier | attributes } }     Returned innermost (rightmost) first.
static DeclPart *pointers(Parser *p, DeclaratorState *state) {
    DeclPart *list = NULL;
    Attr *ignored = NULL;
    while (at_kind(p, TK_STAR) && !p->panic) {
        DeclPart *part = part_new(p, state, PART_POINTER);
        token_advance(p);
        for (;;) {
            uint8_t qual = qualifier_of(p, p->at);
            if (qual) {
                part->quals |= qual;
                token_advance(p);
            } else if (at_attributes(p) && !p->panic) {
                attributes(p, &ignored);
            } else {
                break;
            }
        }
        part->next = list;
        list = part;
    }
    return list;
}

// Whether the `(` here opens a nested declarator and not a parameter list
// (C17 6.7.6.3p11).
static bool opens_declarator(const Parser *p, DeclaratorMode mode) {
    if (!at_kind(p, TK_LPAREN))
        return false;
    if (mode == DECLARATOR_NAMED)
        return true;
    const Token *next = peek_token(p, 1);
    if (next->kind == TK_STAR || next->kind == TK_LPAREN || next->kind == TK_ATTRIBUTE)
        return true;
    if (next->kind == TK_LBRACKET)
        return peek_token(p, 2)->kind != TK_LBRACKET;
    return mode == DECLARATOR_PARAM && next->kind == TK_NAME &&
           !starts_declaration(p, next);
}

// `int main(void) [`: behind parameters nothing else is in parentheses or brackets. The
// `)` in front is theirs, not that of `int (*f)(`.
static bool opens_body(const Parser *p) {
    return (at_kind(p, TK_LPAREN) || at_kind(p, TK_LBRACKET)) && p->block_depth == 0 &&
           !p->at->bol &&
           (peek_token(p, 1)->bol || peek_token(p, 1)->kind == TK_RETURN) &&
           bracket_lost_open(p);
}

// direct-declarator = ( identifier attributes | "(" declarator ")" | nothing ) {
// array-suffix | parameters }
static DeclPart **direct_declarator(Parser *p, DeclaratorState *state, DeclPart **tail) {
    Declarator *out = state->out;
    if (opens_declarator(p, state->mode)) {
        const Token *open = p->at;
        token_advance(p);
        if (!nest_enter(p))
            return tail;
        if (at_kind(p, TK_ATTRIBUTE))
            attributes(p, &out->attrs);
        tail = declarator_parts(p, state, tail);
        nest_leave(p);
        (void)expect_close(p, TK_RPAREN, open);
    } else if (state->mode != DECLARATOR_ABSTRACT && at_kind(p, TK_NAME)) {
        if (strcmp(p->at->name->text, "__func__") == 0) // C17 6.4.2.2
            (void)parse_error(p, DIAG_PARSE_MISPLACED, p->at->span, "`__func__`",
                              "it is the name of each function's own name; choose "
                              "another one");
        out->name = p->at->name;
        out->span = p->at->span;
        token_advance(p);
    } else {
        out->span = span_previous_end(p);
        if (state->mode == DECLARATOR_NAMED ||
            (state->mode == DECLARATOR_PARAM && at_kind(p, TK_AMP)))
            help_declarator_name(p, state->spec);
    }
    bool has_parameters = false;
    while (!p->panic) {
        if (at_attributes(p))
            attributes(p, &out->attrs);
        else if (has_parameters && opens_body(p))
            break;
        else if (at_kind(p, TK_LBRACKET))
            *tail = array_part(p, state);
        else if ((has_parameters = at_kind(p, TK_LPAREN)))
            *tail = function_part(p, state);
        else
            break;
        while (*tail)
            tail = &(*tail)->next;
    }
    return tail;
}

// Read inside out: what stands behind the name binds before the stars in front of it.
static DeclPart **declarator_parts(Parser *p, DeclaratorState *state, DeclPart **tail) {
    if (at_kind(p, TK_ATTRIBUTE))
        attributes(p, &state->out->attrs); // int a, __attribute__((unused)) b;
    DeclPart *stars = pointers(p, state);
    tail = direct_declarator(p, state, tail);
    *tail = stars;
    while (*tail)
        tail = &(*tail)->next;
    return tail;
}

// declarator = [ pointer ] direct-declarator
Declarator *declarator(Parser *p, const DeclSpec *spec, DeclaratorMode mode) {
    DeclaratorState state = {.spec = spec, .mode = mode};
    state.out = arena_new(p->arena, Declarator);
    state.out->span = p->at->span;
    (void)declarator_parts(p, &state, &state.out->parts);
    return state.out;
}

// type-name = specifier-qualifier-list [ abstract-declarator ]
// Expressions stand in types and types in expressions: sizeof(int[sizeof(int[2])]). Too
// deep, the text ends here and so does the name.
static TypeName *type_name_with(Parser *p, uint32_t storage) {
    TypeName *name = arena_new(p->arena, TypeName);
    bool is_entered = nest_enter(p);
    const Token *begin = p->at;
    name->spec = specifier_qualifier_list(p, storage);
    name->declarator = declarator(p, name->spec, DECLARATOR_ABSTRACT);
    name->span = span_since(p, begin);
    if (is_entered)
        nest_leave(p);
    return name;
}

TypeName *type_name(Parser *p) {
    return type_name_with(p, 0);
}

TypeName *literal_type_name(Parser *p) {
    return type_name_with(p, LITERAL_STORAGE);
}

// For types that the parser itself has to write.
TypeName *type_name_of_words(Parser *p, uint32_t words, Span span) {
    TypeName *name = arena_new(p->arena, TypeName);
    name->span = span;
    name->spec = arena_new(p->arena, DeclSpec);
    name->spec->words = words;
    name->spec->span = span;
    name->declarator = arena_new(p->arena, Declarator);
    name->declarator->span = span;
    return name;
}

// ---------------------------------------------------------------- function definitions

// The part next to the name decides: `int (*f)(void)` is a pointer, `int *f(void)` a
// function.
static bool is_function_declarator(const Declarator *d) {
    return d->parts && d->parts->kind == PART_FUNC;
}

// `int main(void)` and no `{`, but a `}` further down; or `(` for it.
static bool lacks_brace(const Parser *p) {
    switch (p->at->kind) {
    case TK_SEMI:
    case TK_COMMA:
    case TK_ASSIGN:
    case TK_LBRACE:
    case TK_ASM:
    case TK_EOF:
        return false;
    default:
        return p->block_depth == 0 && !p->panic && bracket_lost_open(p);
    }
}

static bool report_lost_brace(Parser *p, const Declarator *d) {
    Span where = p->at->bol ? span_previous_end(p) : p->at->span;
    const char *name = d->name ? d->name->text : "?";
    Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_AFTER, where, "`{`",
                             arena_printf(p->arena, "the head of `%s`", name));
    parse_fix(p, diag, where, "{", "the body of a function stands in braces");
    p->panic = p->dead;
    return diag != NULL;
}

// Whether what follows the first declarator makes it a definition.
static bool starts_body(Parser *p, const DeclSpec *spec, Declarator *d) {
    if (!is_function_declarator(d) || spec->storage & STORAGE_TYPEDEF || p->panic)
        return false;
    DeclPart *func = d->parts;
    bool has_types = !func->is_old_style && func->params;
    if (has_types && skip_types_again(p, d))
        return true;
    if (!func->is_old_style || !func->params)
        return at_kind(p, TK_LBRACE) || (lacks_brace(p) && report_lost_brace(p, d));
    if (!at_kind(p, TK_LBRACE) && (!starts_declaration(p, p->at) || at_attributes(p))) {
        require_types(p, func);
        return false;
    }
    old_style_declarations(p, d);
    return at_kind(p, TK_LBRACE);
}

// The usual cause is a missing `}` above; then the one that is missed at the end is not
// reported as well.
static void refuse_nested_function(Parser *p, const Declarator *d) {
    if (p->blamed_brace)
        return; // still the same one
    Diag *diag = parse_error(p, DIAG_PARSE_NESTED_FUNCTION, d->span,
                             d->name ? d->name->text : "?", NULL);
    parse_note(p, diag, (Span){0},
               "move it out of the block; or is a `}` missing in front of it?");
    if (diag && p->body_open) {
        const Token *block = bracket_unclosed(p, p->body_open);
        if (block)
            parse_note(p, diag, block->span,
                       "by the indentation, it is this block whose `}` is missing");
    }
    p->blamed_brace = true;
    p->torn_count++;
    p->panic = p->dead;
}

// function-definition = declaration-specifiers declarator { declaration }
// compound-statement
static void function_definition(Parser *p, DeclSpec *spec, Declarator *d, NodeList *out) {
    bool is_nested = p->block_depth > 0;
    if (is_nested)
        refuse_nested_function(p, d);
    scope_declare(p, d->name, BIND_VALUE);
    Node *func = node_new(p, ND_FUNC, spec->span);
    func->op_span = d->span;
    func->spec = spec;
    func->declarator = d;
    func->body = function_body(p, d);
    func->span = span_join(spec->span, span_previous(p));
    if (!is_nested)
        list_add(out, func);
}

// ---------------------------------------------------------------- declarations

// `static x;`, `const y = 1;`: C99 took away the implied int.
void require_type(Parser *p, DeclSpec *spec) {
    if (spec->words != 0)
        return;
    if (help_unknown_qualifier(p)) { // `static volatlie int x;`
        DeclSpec *more = declaration_specifiers(p);
        more->storage |= spec->storage;
        more->quals |= spec->quals;
        *spec = *more;
        return;
    }
    spec->words = SPEC_INT;
    if (p->panic)
        return;
    if (!token_spelling(p->at)) {
        const char *found = token_describe(p, p->at);
        (void)parse_error(p, DIAG_PARSE_EXPECTED, span_here(p), "a type", found);
        return;
    }
    TokKind next = (TokKind)peek_token(p, 1)->kind;
    if (at_kind(p, TK_NAME) &&
        (next == TK_NAME || next == TK_STAR || help_is_tag(p, p->at))) {
        if (help_unknown_type(p, p->at))
            token_advance(p);
    } else {
        help_missing_type(p);
    }
}

// The name is known from here on, in its own initialiser too: `int x = sizeof x;`
// (C17 6.2.1p7).
Node *single_declaration(Parser *p, DeclSpec *spec, Declarator *d) {
    Node *node = node_new(p, ND_DECL, span_join(spec->span, span_previous(p)));
    node->op_span = d ? d->span : spec->span;
    node->spec = spec;
    node->declarator = d;
    if (d)
        scope_declare(p, d->name,
                      spec->storage & STORAGE_TYPEDEF ? BIND_TYPE : BIND_VALUE);
    return node;
}

// The `cleanup` among attributes, with a function's name as GNU wants it; or NULL.
static Attr *cleanup_of(Attr *attrs) {
    for (Attr *attr = attrs; attr; attr = attr->next) {
        const char *text = attr->name->text;
        bool is_it = strcmp(text, "cleanup") == 0 || strcmp(text, "__cleanup__") == 0;
        if (is_it && attr->args && attr->args->kind == ND_NAME && !attr->args->next)
            return attr;
    }
    return NULL;
}

// int x __attribute__((cleanup(f))); is int x; defer f(&x);
static void add_cleanup(Parser *p, DeclSpec *spec, Declarator *d, NodeList *out) {
    Attr *attr = cleanup_of(d->attrs);
    attr = attr ? attr : cleanup_of(spec->attrs);
    uint32_t lasting = STORAGE_STATIC | STORAGE_EXTERN | STORAGE_TYPEDEF | STORAGE_THREAD;
    if (!attr || p->block_depth == 0 || p->in_for_header || !d->name ||
        (spec->storage & lasting))
        return;
    Node *name = node_new(p, ND_NAME, attr->span);
    Node *address = node_new(p, ND_ADDR, attr->span);
    Node *call = node_new(p, ND_CALL, attr->span);
    Node *statement = node_new(p, ND_EXPR_STMT, attr->span);
    Node *defer = node_new(p, ND_DEFER, attr->span);
    name->name = d->name;
    address->lhs = name;
    call->lhs =
        node_new(p, ND_NAME, attr->args->span); // a node of its own: it gets a type
    call->lhs->name = attr->args->name;
    call->args = address;
    call->arg_count = 1;
    statement->lhs = call;
    defer->then = statement;
    attr->is_done = true;
    list_add(out, defer);
}

// init-declarator = declarator [ asm-label ] [ "=" initializer ]
static void init_declarator(Parser *p, DeclSpec *spec, Declarator *d, NodeList *out) {
    Node *node = single_declaration(p, spec, d);
    list_add(out, node);
    asm_label(p, d);
    if (!p->panic && token_accept(p, TK_ASSIGN))
        node->init = declared_initializer(p);
    node->span = span_join(spec->span, span_previous(p));
    add_cleanup(p, spec, d, out);
}

// `;` behind a declaration, with a message that fits what was declared.
static void end_declaration(Parser *p, const DeclSpec *spec, const Declarator *d) {
    const char *what = "this declaration";
    if (!d && spec->words & SPEC_TAG && spec->tag->has_body)
        what = spec->tag->kind == TY_ENUM    ? "the `}` of this enum"
               : spec->tag->kind == TY_UNION ? "the `}` of this union"
                                             : "the `}` of this struct";
    else if (d && d->name)
        what = arena_printf(p->arena, "the declaration of `%s`", d->name->text);
    expect_semicolon(p, what);
}

// A struct's body ends and something begins that can't belong to the same declaration.
static bool lacks_semicolon(const Parser *p, const DeclSpec *spec) {
    bool has_body = spec->words & SPEC_TAG && spec->tag->has_body;
    if (!has_body || at_kind(p, TK_SEMI))
        return false;
    if (spec->tag->lost_end || at_kind(p, TK_EOF) || at_kind(p, TK_RBRACE) ||
        at_kind(p, TK_MAGIC_END))
        return true;
    if (!p->at->bol || at_kind(p, TK_STAR) || at_kind(p, TK_LPAREN))
        return false;
    if (!at_kind(p, TK_NAME))
        return true;
    TokKind next = (TokKind)peek_token(p, 1)->kind;
    return next != TK_SEMI && next != TK_COMMA && next != TK_ASSIGN &&
           next != TK_LBRACKET;
}

// `struct s { ... } };`, `= {1, 2} };`: a `}` more than were opened, in the middle of a
// declaration of the top level.
static void skip_extra_brace(Parser *p) {
    if (!at_kind(p, TK_RBRACE) || p->panic || p->at->bol || p->at == p->first ||
        p->at[-1].kind != TK_RBRACE || p->block_depth + p->struct_depth > 0)
        return;
    (void)parse_error(p, DIAG_PARSE_STRAY, p->at->span, "`}`", "a matching `{`");
    p->panic = p->dead;
    token_advance(p);
}

// `struct { int a; }; s;`: a type that nobody can name, and a name that nobody knows.
static void skip_early_semicolon(Parser *p, const DeclSpec *spec) {
    const Token *name = peek_token(p, 1);
    TokKind after = (TokKind)peek_token(p, 2)->kind;
    if (!at_kind(p, TK_SEMI) || !(spec->words & SPEC_TAG) || !spec->tag->has_body ||
        spec->tag->name || spec->tag->kind == TY_ENUM || name->kind != TK_NAME ||
        name->bol || scope_lookup(p, name->name) != BIND_NONE ||
        (after != TK_SEMI && after != TK_COMMA && after != TK_ASSIGN &&
         after != TK_LBRACKET))
        return;
    p->panic = p->panic || spec->tag->told_slip; // `{ int a }; s;`: they changed places
    Diag *diag = parse_error(p, DIAG_PARSE_MISPLACED, p->at->span, "`;`",
                             "the variables of this type are named behind its `}`");
    parse_fix(p, diag, p->at->span, "",
              arena_printf(p->arena, "as in `} %s;`", name->name->text));
    p->panic = p->dead;
    token_advance(p);
}

// declaration = declaration-specifiers [ init-declarator { "," init-declarator } ] ";" |
// function-definition
void declaration_rest(Parser *p, DeclSpec *spec, NodeList *out) {
    skip_extra_brace(p);
    skip_early_semicolon(p, spec);
    if (at_kind(p, TK_SEMI) || lacks_semicolon(p, spec)) {
        if (spec->words == 0)
            spec->words = SPEC_INT;
        list_add(out, single_declaration(p, spec, NULL));
        if (!(spec->words & SPEC_TAG) || !spec->tag->lost_end)
            end_declaration(p, spec, NULL);
        return;
    }
    if (at_untyped_function(p, spec))
        imply_int(p, spec);
    require_type(p, spec);
    for (bool is_first = true;; is_first = false) {
        if (p->panic)
            return;
        Declarator *d = declarator(p, spec, DECLARATOR_NAMED);
        if (is_first && starts_body(p, spec, d)) {
            function_definition(p, spec, d, out);
            return;
        }
        init_declarator(p, spec, d, out);
        skip_extra_brace(p);
        if (!p->panic && token_accept(p, TK_COMMA))
            continue;
        end_declaration(p, spec, d);
        return;
    }
}

// The macro of <assert.h> and C23's keyword come to the same.
bool at_static_assert(const Parser *p) {
    return at_kind(p, TK_STATIC_ASSERT) ||
           (at_word(p, p->at, WORD_STATIC_ASSERT) && peek_token(p, 1)->kind == TK_LPAREN);
}

// static-assert = ( "_Static_assert" | "static_assert" ) "(" constant-expression [ ","
// string ] ")" ";"
Node *static_assert_declaration(Parser *p) {
    const Token *begin = p->at;
    Node *node = node_new(p, ND_STATIC_ASSERT, begin->span);
    token_advance(p);
    const Token *open = p->at;
    if (!expect_token(p, TK_LPAREN, "`static_assert`")) {
        node->lhs = node_error(p);
        return node;
    }
    node->lhs = conditional_expression(p);
    if (token_accept(p, TK_COMMA)) {
        if (at_kind(p, TK_STRING)) {
            node->string = p->at->string.text;
            node->string_bytes = p->at->string.size_bytes;
            token_advance(p);
        } else {
            const char *found = token_describe(p, p->at);
            (void)parse_error(p, DIAG_PARSE_EXPECTED, span_here(p), "a message in quotes",
                              found);
        }
    }
    (void)expect_close(p, TK_RPAREN, open);
    node->span = span_since(p, begin);
    expect_semicolon(p, "this assertion");
    return node;
}

// Attributes in front belong to everything declared (C23 6.7.1p8): they come first in the
// specifiers' list.
void declaration(Parser *p, Attr *attrs, NodeList *out) {
    while (at_kind(p, TK_EXTENSION))
        token_advance(p);
    if (at_static_assert(p)) {
        list_add(out, static_assert_declaration(p));
        return;
    }
    DeclSpec *spec = declaration_specifiers(p);
    Attr **tail = &attrs;
    while (*tail)
        tail = &(*tail)->next;
    *tail = spec->attrs;
    spec->attrs = attrs;
    if (!p->panic)
        declaration_rest(p, spec, out);
}
