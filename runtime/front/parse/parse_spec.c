// parse_spec.c: what stands before a declarator: storage, qualifiers, the words of a
// type, struct, union and enum bodies (C17 6.7.1 to 6.7.5, C23 6.7.3).
//
// What enters: tokens at a specifier. What leaves: a DeclSpec that notes what was
// written; check_decl makes a Type of it and finds fault with combinations (`short
// double`). Here only the shape is judged.
//
// What always holds: a typedef name counts as a type only while no other type word was
// read, which is what makes `typedef int T; { T T; }` declare a variable T (C17 6.7.8p3).
// After a struct body, a type keyword on the next line is not read on, so that the
// missing `;` is reported where it is missing.
//
// Read next: parse_decl.c (declarators).
#include "front/parse/parse_inner.h"

#include <assert.h>

// ---------------------------------------------------------------- what begins a type

// The handle type a word names: task(T) and its kin; TY_ERROR for other words.
static TypeKind handle_of(const Token *token) {
    if (token->kind != TK_NAME)
        return TY_ERROR;
    switch (token->name->keyword) {
    case WORD_COROUTINE:
        return TY_COROUTINE;
    case WORD_TASK:
        return TY_TASK;
    case WORD_FUTURE:
        return TY_FUTURE;
    case WORD_GENERATOR:
        return TY_GENERATOR;
    case WORD_QUEUE:
        return TY_QUEUE;
    default:
        return TY_ERROR;
    }
}

// Words that may repeat in front of what decides; more of them than this are nobody's
// program.
enum { REPEATED_WORDS = 8 };

// A function's head is hardly longer.
enum { HEAD_MAX_TOKENS = 64 };

// A word that may stand in front of a declaration and does not decide by itself whether
// one begins.
static bool is_prefix(const Token *token) {
    return token->kind == TK_EXTENSION || at_spelling(token, WORD_ASYNC) ||
           at_spelling(token, WORD_CONSTEXPR) || at_spelling(token, WORD_THREAD_LOCAL);
}

// The first token behind a run of such words; one of them when the run is too long.
static const Token *behind_prefixes(const Parser *p, const Token *token) {
    for (int i = 0; i < REPEATED_WORDS && is_prefix(token); i++)
        token = peek_token(p, (uint32_t)(token - p->at) + 1);
    return token;
}

// task(int), task(struct s): a type whatever the program calls `task`, since no call has
// a type as its argument. task(x) is one only if the program has no `task`, and x could
// be a misspelt type.
static bool is_handle_type(const Parser *p, const Token *token) {
    uint32_t at = (uint32_t)(token - p->at);
    if (handle_of(token) == TY_ERROR || peek_token(p, at + 1)->kind != TK_LPAREN)
        return false;
    const Token *inside = peek_token(p, at + 2);
    for (uint32_t n = 0; handle_of(inside) != TY_ERROR; n++) { // task(task(...
        uint32_t deeper = at + 2 * (n + 1);
        if (peek_token(p, deeper + 1)->kind != TK_LPAREN || n > LIMIT_NESTING)
            break;
        inside = peek_token(p, deeper + 2);
    }
    bool is_other = handle_of(inside) == TY_ERROR;
    if (inside->kind == TK_EXTENSION)
        return true; // not followed further, so that the look ahead is no recursion
    if (is_other ? starts_type(p, inside) : scope_lookup(p, inside->name) == BIND_TYPE)
        return true;
    inside = peek_token(p, at + 2);
    if (scope_lookup(p, token->name) != BIND_NONE || inside->kind != TK_NAME)
        return false;
    const Token *after = peek_token(p, at + 3);
    return after->kind == TK_RPAREN && peek_token(p, at + 4)->kind == TK_NAME;
}

// The heart of C's typedef problem: the innermost meaning of the name decides, then the
// word it spells.
static bool name_starts_type(const Parser *p, const Token *token) {
    if (is_handle_type(p, token))
        return true;
    Binding binding = scope_lookup(p, token->name);
    if (binding != BIND_NONE)
        return binding == BIND_TYPE;
    const Token *next = peek_token(p, (uint32_t)(token - p->at) + 1);
    switch (token->name->keyword) {
    case WORD_BOOL:
    case WORD_TYPEVAR:
        return true;
    case WORD_TYPEOF:
    case WORD_TYPEOF_UNQUAL:
        return next->kind == TK_LPAREN;
    default:
        return false;
    }
}

// Looks ahead by a bounded number of tokens, and never changes anything.
bool starts_type(const Parser *p, const Token *token) {
    switch (token->kind) {
    case TK_VOID:
    case TK_BOOL:
    case TK_CHAR_:
    case TK_SHORT:
    case TK_INT_:
    case TK_LONG:
    case TK_FLOAT_:
    case TK_DOUBLE:
    case TK_SIGNED:
    case TK_UNSIGNED:
    case TK_COMPLEX:
    case TK_IMAGINARY:
    case TK_STRUCT:
    case TK_UNION:
    case TK_ENUM:
    case TK_TYPEOF:
    case TK_ATOMIC:
    case TK_CONST:
    case TK_VOLATILE:
    case TK_RESTRICT:
    case TK_ATTRIBUTE:
        return true;
    case TK_EXTENSION:
        token = behind_prefixes(p, token);
        return !is_prefix(token) && starts_type(p, token);
    case TK_NAME:
        return name_starts_type(p, token);
    default:
        return false;
    }
}

// Contextual words that begin a declaration, by what follows them.
static bool word_starts_declaration(const Parser *p, const Token *token) {
    Word word = (Word)token->name->keyword;
    const Token *next = peek_token(p, (uint32_t)(token - p->at) + 1);
    if (word == WORD_ALIGNAS || word == WORD_STATIC_ASSERT)
        return next->kind == TK_LPAREN && scope_lookup(p, token->name) == BIND_NONE;
    if (next == token || !is_prefix(token))
        return false;
    const Token *behind = behind_prefixes(p, next);
    if (is_prefix(behind))
        return false;
    if (behind->kind != TK_ATTRIBUTE && starts_declaration(p, behind))
        return true;
    // `async f(` and `constexpr x =` with the type forgotten.
    return next->kind == TK_NAME && word != WORD_THREAD_LOCAL &&
           scope_lookup(p, token->name) == BIND_NONE;
}

// What starts_type accepts, and storage classes, function specifiers, alignment and
// assertions.
bool starts_declaration(const Parser *p, const Token *token) {
    switch (token->kind) {
    case TK_TYPEDEF:
    case TK_EXTERN:
    case TK_STATIC:
    case TK_AUTO:
    case TK_REGISTER:
    case TK_INLINE:
    case TK_NORETURN:
    case TK_THREAD_LOCAL:
    case TK_ALIGNAS:
    case TK_STATIC_ASSERT:
        return true;
    case TK_EXTENSION:
        token = behind_prefixes(p, token);
        return !is_prefix(token) && starts_declaration(p, token);
    case TK_NAME:
        return name_starts_type(p, token) || word_starts_declaration(p, token);
    default:
        return starts_type(p, token);
    }
}

// C17 6.7.3; restrict in front of a non-pointer is the checker's to refuse.
uint8_t qualifier_of(const Parser *p, const Token *token) {
    switch (token->kind) {
    case TK_CONST:
        return QUAL_CONST;
    case TK_VOLATILE:
        return QUAL_VOLATILE;
    case TK_RESTRICT:
        return QUAL_RESTRICT;
    case TK_ATOMIC: { // _Atomic(T) is a type specifier, C17 6.7.2.4p4
        const Token *next = peek_token(p, (uint32_t)(token - p->at) + 1);
        return next->kind == TK_LPAREN ? 0 : QUAL_ATOMIC;
    }
    default:
        return 0;
    }
}

// ---------------------------------------------------------------- the words

// Zero for tokens that are neither a storage class nor a function specifier.
static uint32_t storage_of(const Parser *p, const Token *token) {
    switch (token->kind) {
    case TK_TYPEDEF:
        return STORAGE_TYPEDEF;
    case TK_EXTERN:
        return STORAGE_EXTERN;
    case TK_STATIC:
        return STORAGE_STATIC;
    case TK_AUTO:
        return STORAGE_AUTO;
    case TK_REGISTER:
        return STORAGE_REGISTER;
    case TK_THREAD_LOCAL:
        return STORAGE_THREAD;
    case TK_INLINE:
        return FUNC_INLINE;
    case TK_NORETURN:
        return FUNC_NORETURN;
    default:
        break;
    }
    if (token->kind != TK_NAME || !word_starts_declaration(p, token))
        return 0;
    switch (token->name->keyword) {
    case WORD_ASYNC:
        return FUNC_ASYNC;
    case WORD_CONSTEXPR:
        return STORAGE_CONSTEXPR;
    case WORD_THREAD_LOCAL:
        return STORAGE_THREAD;
    default:
        return 0;
    }
}

// Zero for tokens that are no word of an arithmetic type or void.
static uint32_t basic_word_of(const Parser *p, const Token *token) {
    switch (token->kind) {
    case TK_VOID:
        return SPEC_VOID;
    case TK_BOOL:
        return SPEC_BOOL;
    case TK_CHAR_:
        return SPEC_CHAR;
    case TK_SHORT:
        return SPEC_SHORT;
    case TK_INT_:
        return SPEC_INT;
    case TK_LONG:
        return SPEC_LONG;
    case TK_FLOAT_:
        return SPEC_FLOAT;
    case TK_DOUBLE:
        return SPEC_DOUBLE;
    case TK_SIGNED:
        return SPEC_SIGNED;
    case TK_UNSIGNED:
        return SPEC_UNSIGNED;
    default:
        if (at_word(p, token, WORD_BOOL))
            return SPEC_BOOL;
        return at_word(p, token, WORD_TYPEVAR) ? SPEC_TYPEVAR : 0;
    }
}

// Words that are a whole type, beside which no other type word can stand.
enum {
    SPEC_WHOLE =
        SPEC_TAG | SPEC_NAMED | SPEC_TYPEOF | SPEC_HANDLE | SPEC_TYPEVAR | SPEC_ATOMIC_OF
};

// The first type stands; the second is left out, so that the name behind it is declared.
static void refuse_second_type(Parser *p, const char *what) {
    (void)parse_error(p, DIAG_PARSE_TWO_TYPES, p->at->span, token_spelling(p->at), what);
    p->panic = p->dead;
    token_advance(p);
}

// A basic word: void char short int long float double signed unsigned _Bool. False: not
// for this declaration.
static bool basic_word(Parser *p, DeclSpec *spec, uint32_t word) {
    bool is_word = at_kind(p, TK_NAME);
    if (is_word && spec->words != 0 && peek_token(p, 1)->kind != TK_NAME)
        return false; // `unsigned bool;` declares a bool of the program's own
    if (spec->words & SPEC_WHOLE) {
        if (p->at->bol)
            return false; // most likely a `;` is missing behind a struct's body
        refuse_second_type(p,
                           spec->words & SPEC_NAMED ? "a typedef name" : "another one");
        return true;
    }
    if (word == SPEC_LONG && (spec->words & SPEC_LONG) &&
        !(spec->words & SPEC_LONG_LONG)) {
        spec->words = (spec->words & ~(uint32_t)SPEC_LONG) | SPEC_LONG_LONG;
    } else if (spec->words & word ||
               (word == SPEC_LONG && spec->words & SPEC_LONG_LONG)) {
        refuse_second_type(p, "itself");
        return true;
    }
    spec->words |= word;
    token_advance(p);
    return true;
}

// handle-type = ( "coroutine" | "task" | "future" | "queue" ) "(" type-name ")"
//             | "generator" "(" type-name [ "," type-name ] ")"
static void handle_type(Parser *p, DeclSpec *spec) {
    spec->words |= SPEC_HANDLE;
    spec->handle = handle_of(p->at);
    token_advance(p);
    const Token *open = p->at;
    token_advance(p);
    spec->type_name = type_name(p);
    if (spec->handle == TY_GENERATOR && token_accept(p, TK_COMMA))
        spec->sent = type_name(p);
    (void)expect_close(p, TK_RPAREN, open);
}

// typeof-specifier = ( "typeof" | "typeof_unqual" ) "(" ( expression | type-name ) ")"
static void typeof_specifier(Parser *p, DeclSpec *spec) {
    spec->words |= SPEC_TYPEOF;
    if (at_spelling(p->at, WORD_TYPEOF_UNQUAL))
        spec->words |= SPEC_UNQUAL;
    token_advance(p);
    const Token *open = p->at;
    if (!expect_token(p, TK_LPAREN, "`typeof`"))
        return;
    if (starts_type(p, p->at))
        spec->type_name = type_name(p);
    else
        spec->expr = expression(p);
    (void)expect_close(p, TK_RPAREN, open);
}

// alignment-specifier = ( "_Alignas" | "alignas" ) "(" ( type-name | constant-expression
// ) ")"
static void alignment_specifier(Parser *p, DeclSpec *spec) {
    const Token *begin = p->at;
    token_advance(p);
    const Token *open = p->at;
    if (!expect_token(p, TK_LPAREN, "`alignas`"))
        return;
    Node *node;
    if (starts_type(p, p->at)) {
        node = node_new(p, ND_ALIGNOF, begin->span);
        node->type_name = type_name(p);
    } else {
        node = conditional_expression(p);
    }
    (void)expect_close(p, TK_RPAREN, open);
    node->next = spec->alignas_list;
    spec->alignas_list = node;
}

// Types that are not one word. False when none begins here.
static bool compound_type(Parser *p, DeclSpec *spec) {
    const Token *token = p->at;
    if (token->kind == TK_STRUCT || token->kind == TK_UNION || token->kind == TK_ENUM) {
        spec->words |= SPEC_TAG;
        spec->tag =
            token->kind == TK_ENUM ? enum_specifier(p) : struct_or_union_specifier(p);
    } else if (token->kind == TK_TYPEOF || at_word(p, token, WORD_TYPEOF) ||
               at_word(p, token, WORD_TYPEOF_UNQUAL)) {
        typeof_specifier(p, spec);
    } else if (token->kind == TK_ATOMIC) { // followed by `(`, see qualifier_of
        spec->words |= SPEC_ATOMIC_OF;
        token_advance(p);
        const Token *open = p->at;
        token_advance(p);
        spec->type_name = type_name(p);
        (void)expect_close(p, TK_RPAREN, open);
    } else if (is_handle_type(p, token)) {
        handle_type(p, spec);
    } else {
        assert(token->kind == TK_NAME);
        spec->words |= SPEC_NAMED;
        spec->name = token->name;
        token_advance(p);
    }
    return !p->panic;
}

// Reported here, since what follows would be a plain `double` and parse.
static void refuse_complex(Parser *p) {
    (void)parse_error(p, DIAG_PARSE_UNSUPPORTED, p->at->span, "`_Complex`",
                      "keep the real and the imaginary part in two `double`s");
    p->panic = p->dead;
    token_advance(p);
}

// `auto T = 5;` with a typedef name T declares a new T: the word before `=` is the name.
static bool is_inferred_name(const Parser *p, const DeclSpec *spec) {
    return spec->storage & (STORAGE_AUTO | STORAGE_CONSTEXPR) && at_kind(p, TK_NAME) &&
           peek_token(p, 1)->kind == TK_ASSIGN;
}

// Behind a struct's body a new line begins with `static int` or `const char`: the next
// declaration, not the rest of this one.
static bool begins_next_declaration(const Parser *p, const DeclSpec *spec) {
    bool has_body = spec->words & SPEC_TAG && spec->tag->has_body;
    if (has_body && spec->tag->lost_end)
        return true;
    return has_body && p->at->bol && !at_attributes(p) && starts_declaration(p, p->at) &&
           starts_declaration(p, peek_token(p, 1));
}

// C17 6.7.1p2: at most one storage class. Qualifiers and function specifiers may repeat.
static void refuse_storage_twice(Parser *p) {
    const char *word = token_spelling(p->at);
    Diag *diag = parse_error(p, DIAG_PARSE_STORAGE_TWICE, p->at->span, word, NULL);
    parse_fix(p, diag, p->at->span, "", "write it once");
    p->panic = p->dead;
}

// One specifier. False when none begins here.
static bool specifier(Parser *p, DeclSpec *spec) {
    if (begins_next_declaration(p, spec))
        return false;
    uint32_t bits = storage_of(p, p->at);
    if (bits) {
        if (spec->storage & bits & STORAGE_CLASS)
            refuse_storage_twice(p);
        spec->storage |= bits;
        token_advance(p);
        return true;
    }
    uint8_t qual = qualifier_of(p, p->at);
    if (qual) {
        spec->quals |= qual;
        token_advance(p);
        return true;
    }
    if (at_attributes(p)) {
        attributes(p, &spec->attrs);
        return !p->panic;
    }
    if (at_kind(p, TK_ALIGNAS) ||
        (at_word(p, p->at, WORD_ALIGNAS) && starts_declaration(p, p->at))) {
        alignment_specifier(p, spec);
        return !p->panic;
    }
    if (token_accept(p, TK_EXTENSION))
        return true;
    if (at_kind(p, TK_COMPLEX) || at_kind(p, TK_IMAGINARY)) {
        refuse_complex(p);
        return true;
    }
    bits = basic_word_of(p, p->at);
    if (bits)
        return basic_word(p, spec, bits);
    if (spec->words != 0 || !starts_type(p, p->at) || is_inferred_name(p, spec))
        return false;
    return compound_type(p, spec);
}

// declaration-specifiers = { storage-class | type-specifier | qualifier
//                          | function-specifier | alignment-specifier
//                          | attribute-specifier | "async" | "constexpr" }
DeclSpec *declaration_specifiers(Parser *p) {
    DeclSpec *spec = arena_new(p->arena, DeclSpec);
    const Token *begin = p->at;
    if (!nest_enter(p)) {
        spec->words = SPEC_INT;
        return spec;
    }
    while (specifier(p, spec))
        continue;
    nest_leave(p);
    spec->span = span_since(p, begin);
    if (spec->words != 0)
        return spec;
    if (spec->storage & (STORAGE_AUTO | STORAGE_CONSTEXPR)) {
        // C23 6.7.2: no type at all is inferred; `constexpr x = 1` is read as meant.
        spec->storage &= ~(uint32_t)STORAGE_AUTO;
        spec->words = SPEC_AUTO_TYPE;
    }
    return spec;
}

// May a type name in parentheses begin with this word? C23 6.5.2.5: a compound literal's
// may.
bool is_literal_storage(const Parser *p, const Token *token) {
    return (storage_of(p, token) & LITERAL_STORAGE) != 0;
}

// specifier-qualifier-list = { type-specifier | qualifier | alignment-specifier | one of
// the storage classes `allowed` }
DeclSpec *specifier_qualifier_list(Parser *p, uint32_t allowed) {
    const Token *begin = p->at;
    DeclSpec *spec = declaration_specifiers(p);
    if ((spec->storage & ~allowed) != 0 && !p->panic) {
        (void)parse_error(p, DIAG_PARSE_MISPLACED, span_since(p, begin),
                          token_describe(p, begin), "only a type is allowed");
        p->panic = p->dead;
    }
    bool is_type_name = at_kind(p, TK_NAME) && peek_token(p, 1)->kind == TK_RPAREN;
    if (spec->words == 0 && is_type_name && help_unknown_type(p, p->at)) { // (const Foo)x
        spec->words = SPEC_INT;
        token_advance(p);
    }
    require_type(p, spec);
    return spec;
}

// ---------------------------------------------------------------- struct and union

// One member's declarator with its width.
static FieldDecl *struct_declarator(Parser *p, DeclSpec *spec) {
    FieldDecl *field = arena_new(p->arena, FieldDecl);
    const Token *begin = p->at;
    field->spec = spec;
    if (!at_kind(p, TK_COLON))
        field->declarator = declarator(p, spec, DECLARATOR_NAMED);
    if (token_accept(p, TK_COLON))
        field->bit_width = conditional_expression(p);
    if (at_attributes(p) && field->declarator)
        attributes(p, &field->declarator->attrs);
    field->span = field->declarator ? field->declarator->span : begin->span;
    if (at_kind(p, TK_ASSIGN)) {
        Diag *diag = parse_error(p, DIAG_PARSE_MISPLACED, p->at->span, "`=`",
                                 "a member gets its value when a variable is made");
        parse_note(p, diag, (Span){0}, "as in `struct point p = {.x = 1};`");
    }
    return field;
}

// The habit of C++ and Java.
static void refuse_method(Parser *p) {
    Diag *diag = parse_error(p, DIAG_PARSE_MISPLACED, p->at->span, "a function's body",
                             "a struct of C has data only");
    parse_note(
        p, diag, (Span){0},
        "define the function outside, with a pointer to the struct as a parameter");
    skip_group(p);
    p->panic = p->dead;
}

// The type in front of a member; NULL when there is none, after a message. The slips of one
// struct are mostly the same one: the first is told.
static DeclSpec *member_type(Parser *p, TagSpec *tag) {
    const Token *begin = p->at;
    if (starts_declaration(p, p->at) || at_attributes(p) || help_type_behind(p))
        return specifier_qualifier_list(p, 0);
    DeclSpec *spec = arena_new(p->arena, DeclSpec);
    spec->words = SPEC_INT;
    spec->span = begin->span;
    TokKind next = (TokKind)peek_token(p, 1)->kind;
    if (!at_kind(p, TK_NAME)) {
        const char *found = token_describe(p, p->at);
        (void)parse_error(p, DIAG_PARSE_EXPECTED, span_here(p), "a member's type", found);
        return NULL;
    }
    if (next == TK_SEMI || next == TK_COMMA) {
        p->panic = tag->told_slip;
        help_missing_type(p);
        tag->told_slip = true;
        return spec;
    }
    if (!help_unknown_type(p, p->at))
        return NULL;
    token_advance(p);
    return spec;
}

// struct-declaration = specifier-qualifier-list
//                      [ struct-declarator { "," struct-declarator } ] ";"
//                    | static-assert-declaration
static FieldDecl **struct_declaration(Parser *p, TagSpec *tag, FieldDecl **tail) {
    if (at_static_assert(p)) {
        FieldDecl *field = arena_new(p->arena, FieldDecl);
        field->static_assertion = static_assert_declaration(p);
        field->span = field->static_assertion->span;
        *tail = field;
        return &field->next;
    }
    DeclSpec *spec = member_type(p, tag);
    if (!spec)
        return tail;
    if (spec->words & SPEC_TAG && spec->tag->lost_end)
        return tail;
    if (at_kind(
            p, TK_SEMI)) { // an anonymous struct or union, or a mistake the checker names
        FieldDecl *field = arena_new(p->arena, FieldDecl);
        field->spec = spec;
        field->span = spec->span;
        *tail = field;
        tail = &field->next;
    } else {
        do {
            *tail = struct_declarator(p, spec);
            tail = &(*tail)->next;
        } while (!p->panic && token_accept(p, TK_COMMA));
    }
    if (at_kind(p, TK_LBRACE) && p->at[-1].kind == TK_RPAREN) {
        refuse_method(p);
        return tail;
    }
    tag->told_slip = tag->told_slip || !at_kind(p, TK_SEMI);
    expect_semicolon(p, "this member");
    return tail;
}

// A function's definition at the margin, or something with a storage class: the struct's `}`
// is missing in front of it. An indented one is more likely a method, as other languages have
// them.
static bool struct_lost_end(const Parser *p) {
    uint32_t line, column;
    if (!p->at->bol)
        return false;
    source_locate(p->diags->sources, p->at->span, &line, &column);
    if (column != 1)
        return false;
    if (storage_of(p, p->at) & STORAGE_CLASS)
        return true;
    for (uint32_t n = 0; n < HEAD_MAX_TOKENS; n++) {
        TokKind kind = (TokKind)peek_token(p, n)->kind;
        if (kind == TK_LBRACE)
            return n > 0 && peek_token(p, n - 1)->kind == TK_RPAREN;
        if (kind == TK_SEMI || kind == TK_RBRACE || kind == TK_EOF)
            return false;
    }
    return false;
}

// struct-body = "{" { struct-declaration } "}"
static void struct_body(Parser *p, TagSpec *tag) {
    const Token *open = p->at;
    FieldDecl **tail = &tag->fields;
    tag->has_body = true;
    p->struct_depth++;
    if (!starts_type(p, p->at))
        token_advance(p); // else the `{` has been missed
    while (!at_kind(p, TK_RBRACE) && !at_kind(p, TK_EOF) && !at_kind(p, TK_MAGIC_END) &&
           !bracket_ends_block(p) && !at_kind(p, TK_RBRACKET)) {
        const Token *begin = p->at;
        if (token_accept(p, TK_SEMI))
            continue; // an extra `;` is harmless
        if (struct_lost_end(p)) {
            (void)expect_close(p, TK_RBRACE, open);
            p->panic = p->dead;
            p->struct_depth--;
            tag->lost_end = true;
            return;
        }
        tail = struct_declaration(p, tag, tail);
        if (p->panic)
            recover_statement(p);
        if (p->at == begin)
            token_advance(p);
    }
    p->struct_depth--;
    tag->pack = p->at->pack;
    bool is_reported = open->kind == TK_LPAREN || open->kind == TK_LBRACKET;
    if (is_reported && (at_kind(p, TK_RPAREN) || at_kind(p, TK_RBRACKET)))
        token_advance(p); // its `(` was
    else
        (void)expect_close(p, TK_RBRACE, open);
}

// `struct s ( int a; )`: no declarator holds a `;`.
static bool holds_members(const Parser *p) {
    for (uint32_t n = 1; n < HEAD_MAX_TOKENS; n++) {
        const Token *token = peek_token(p, n);
        if (token->kind == TK_SEMI)
            return true;
        if (token->kind == TK_LPAREN || token->kind == TK_RPAREN ||
            token->kind == TK_LBRACE || token->kind == TK_RBRACE || token->kind == TK_EOF)
            return false;
    }
    return false;
}

// `struct s` and then members: no type follows a type. In the same line it may be a
// qualifier.
static bool lost_struct_open(Parser *p, const TagSpec *tag, const char *keyword) {
    const Token *first = p->at;
    bool is_wrong = at_kind(p, TK_LPAREN) || at_kind(p, TK_LBRACKET);
    if (is_wrong)
        first = peek_token(p, 1);
    bool is_apart = is_wrong || first->bol || basic_word_of(p, first) != 0;
    if ((!tag->name && is_wrong) || p->panic || p->block_depth + p->struct_depth > 0 ||
        !starts_type(p, first) || !is_apart ||
        (!bracket_lost_open(p) && !(is_wrong && holds_members(p))))
        return false;
    Span where = is_wrong ? p->at->span : span_previous_end(p);
    Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_AFTER, where, "`{`",
                             tag->name ? arena_printf(p->arena, "`%s`", tag->name->text)
                                       : keyword);
    parse_fix(p, diag, where, "{", "the members stand in braces");
    p->panic = p->dead;
    return diag != NULL;
}

// struct-or-union-specifier = ( "struct" | "union" ) attributes [ identifier ] [
// struct-body ] attributes
TagSpec *struct_or_union_specifier(Parser *p) {
    TagSpec *tag = arena_new(p->arena, TagSpec);
    const char *keyword = token_describe(p, p->at);
    tag->kind = at_kind(p, TK_STRUCT) ? TY_STRUCT : TY_UNION;
    tag->span = p->at->span;
    token_advance(p);
    attributes(p, &tag->attrs);
    if (at_kind(p, TK_NAME)) {
        tag->name = p->at->name;
        tag->span = p->at->span;
        token_advance(p);
    }
    if (at_kind(p, TK_LBRACE) || lost_struct_open(p, tag, keyword))
        struct_body(p, tag);
    else if (!tag->name)
        (void)parse_error(p, DIAG_PARSE_EXPECTED_AFTER, span_previous_end(p),
                          "a name or `{`", keyword);
    if (tag->has_body && !p->panic && at_kind(p, TK_ATTRIBUTE))
        attributes(p, &tag->attrs);
    return tag;
}

// ---------------------------------------------------------------- enum

// Who takes `;` for `,`, or `:` for `=`, does so at each enumerator: a body has one
// message. What was meant is plain, and read on.
static void enum_slip(Parser *p, TagSpec *tag, Span where, const char *meant) {
    Diag *diag = NULL;
    if (!tag->told_slip && !at_kind(p, TK_NAME))
        diag =
            parse_error(p, DIAG_PARSE_EXPECTED, where,
                        arena_printf(p->arena, "`%s`", meant), token_describe(p, p->at));
    else if (!tag->told_slip)
        diag = parse_error(p, DIAG_PARSE_EXPECTED_AFTER, where, "`,`", "this enumerator");
    parse_fix(p, diag, where, meant,
              *meant == '=' ? "a value stands behind `=`: `RED = 5`"
                            : "enumerators stand between commas");
    tag->told_slip = true;
    p->panic = p->dead;
}

// enumerator = identifier attributes [ "=" constant-expression ]
static EnumDecl *enumerator(Parser *p, TagSpec *tag) {
    EnumDecl *decl = arena_new(p->arena, EnumDecl);
    decl->span = p->at->span;
    if (!at_kind(p, TK_NAME)) {
        p->panic = tag->told_slip;
        if (starts_type(p, p->at) || at_kind(p, TK_STRING))
            (void)parse_error(p, DIAG_PARSE_MISPLACED, p->at->span,
                              token_describe(p, p->at),
                              "an enum lists names alone: `enum color { RED, GREEN };`");
        else
            help_declarator_name(p, NULL);
        tag->told_slip = true;
        return decl;
    }
    decl->name = p->at->name;
    token_advance(p);
    Attr *ignored = NULL;
    attributes(p, &ignored);
    if (at_kind(p, TK_COLON) || at_kind(p, TK_EQ)) {
        enum_slip(p, tag, p->at->span, "=");
        token_advance(p);
        decl->value = conditional_expression(p);
    }
    if (token_accept(p, TK_ASSIGN))
        decl->value = conditional_expression(p);
    // Its scope begins behind its own definition (C17 6.2.1p7).
    scope_declare(p, decl->name, BIND_VALUE);
    return decl;
}

// `enum { A; B; }`: the next enumerator or the `}` is behind the `;`.
static bool at_semicolon_as_comma(const Parser *p) {
    const Token *next = peek_token(p, 1);
    TokKind after = (TokKind)peek_token(p, 2)->kind;
    return at_kind(p, TK_SEMI) &&
           (next->kind == TK_RBRACE ||
            (next->kind == TK_NAME && (after == TK_SEMI || after == TK_COMMA ||
                                       after == TK_ASSIGN || after == TK_RBRACE)));
}

// enum-body = "{" enumerator { "," enumerator } [ "," ] "}"
static void enum_body(Parser *p, TagSpec *tag) {
    const Token *open = p->at;
    EnumDecl **tail = &tag->enumerators;
    tag->has_body = true;
    token_advance(p);
    while (!at_kind(p, TK_RBRACE) && !at_kind(p, TK_EOF)) {
        EnumDecl *decl = enumerator(p, tag);
        if (decl->name) {
            *tail = decl;
            tail = &decl->next;
        }
        recover_list(p, TK_RBRACE);
        if (!p->panic && at_kind(p, TK_NAME)) {
            enum_slip(p, tag, span_previous_end(p), ",");
        } else if (!p->panic && at_semicolon_as_comma(p)) {
            enum_slip(p, tag, p->at->span, ",");
            token_advance(p);
        } else if (!token_accept(p, TK_COMMA)) {
            break;
        }
    }
    if (at_kind(p, TK_SEMI) && !p->panic)
        (void)parse_error(p, DIAG_PARSE_EXPECTED, p->at->span, "`,` between enumerators",
                          "`;`");
    (void)expect_close(p, TK_RBRACE, open);
}

// enum-specifier = "enum" attributes [ identifier ] [ ":" type-name ] [ enum-body ]
// attributes
TagSpec *enum_specifier(Parser *p) {
    TagSpec *tag = arena_new(p->arena, TagSpec);
    tag->kind = TY_ENUM;
    tag->span = p->at->span;
    token_advance(p);
    attributes(p, &tag->attrs);
    if (at_kind(p, TK_NAME)) {
        tag->name = p->at->name;
        tag->span = p->at->span;
        token_advance(p);
    }
    // `enum e : 3` is a bit-field of type enum e, `enum e : short` has a fixed type
    // (C23 6.7.3.3).
    if (at_kind(p, TK_COLON) && starts_type(p, peek_token(p, 1))) {
        token_advance(p);
        TypeName *base = arena_new(p->arena, TypeName);
        base->span = p->at->span;
        base->spec = specifier_qualifier_list(p, 0);
        base->declarator = arena_new(p->arena, Declarator);
        tag->enum_base = base;
    }
    if (at_kind(p, TK_LBRACE))
        enum_body(p, tag);
    else if (!tag->name)
        (void)parse_error(p, DIAG_PARSE_EXPECTED_AFTER, span_previous_end(p),
                          "a name or `{`", "`enum`");
    if (tag->has_body && !p->panic && at_kind(p, TK_ATTRIBUTE))
        attributes(p, &tag->attrs);
    return tag;
}
