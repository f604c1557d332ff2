// parse_asm.c: GNU's asm, as far as it says nothing to a machine.
//
// Inline assembly is not part of this language. Two uses of the word are none:
//
//     asm volatile ("" : "+r" (x) : "0" (y) : "memory");     an empty template: a barrier
//     int f(void) asm ("g");                                 the linker's name for f
//
// An empty template runs no instruction, so all it can do is what its operands say: the
// inputs are evaluated, and an input tied to an output by a digit or by its name is
// assigned to it. The linker's name is kept for check_alias.c.
#include "front/parse/parse_inner.h"

#include <string.h>

enum { ASM_OPERANDS = 30 }; // gcc's own bound

// Reports and leaves the parser in panic.
static void refuse_asm(Parser *p, Span span) {
    (void)parse_error(p, DIAG_PARSE_UNSUPPORTED, span, "inline assembly",
                      "write it in C");
}

// A string of nothing but space: no instruction.
static bool is_empty_template(const Token *token) {
    if (token->kind != TK_STRING)
        return false;
    for (uint32_t i = 0; i < token->string.size_bytes; i++)
        if (strchr(" \t\n;", token->string.text[i]) == NULL)
            return false;
    return true;
}

typedef struct AsmOutput {
    Node *place;
    const Name *name; // `[name]` in front of it; or NULL
} AsmOutput;

// operand = [ "[" name "]" ] string "(" expression ")"       NULL after a mistake
static Node *asm_operand(Parser *p, const char **constraint, const Name **name) {
    if (token_accept(p, TK_LBRACKET)) {
        *name = p->at->kind == TK_NAME ? p->at->name : NULL;
        token_advance(p);
        if (!expect_token(p, TK_RBRACKET, "an operand's name"))
            return NULL;
    }
    if (!at_kind(p, TK_STRING)) {
        refuse_asm(p, p->at->span);
        return NULL;
    }
    *constraint = p->at->string.text;
    token_advance(p);
    const Token *open = p->at;
    if (!expect_token(p, TK_LPAREN, "an operand's constraint"))
        return NULL;
    Node *value = expression(p);
    (void)expect_close(p, TK_RPAREN, open);
    return p->panic ? NULL : value;
}

// The output that an input's constraint names by its number or as `[name]`, or NULL.
static Node *tied_output(const AsmOutput outputs[], uint32_t count,
                         const char *constraint) {
    while (*constraint == '%')
        constraint++;
    if (*constraint == '[') {
        size_t length = strcspn(++constraint, "]");
        for (uint32_t i = 0; i < count; i++) {
            const Name *name = outputs[i].name;
            if (name != NULL && name->size_bytes == length &&
                memcmp(name->text, constraint, length) == 0)
                return outputs[i].place;
        }
        return NULL;
    }
    uint32_t index = (uint32_t)(*constraint - '0');
    return *constraint >= '0' && *constraint <= '9' && index < count
               ? outputs[index].place
               : NULL;
}

// (void)value: an input is read, and nothing is made of it.
static Node *read_only(Parser *p, Node *value) {
    TypeName *type = arena_new(p->arena, TypeName);
    type->spec = arena_new(p->arena, DeclSpec);
    type->spec->words = SPEC_VOID;
    type->spec->span = type->span = value->span;
    type->declarator = arena_new(p->arena, Declarator);
    type->declarator->span = value->span;
    Node *cast = node_new(p, ND_CAST, value->span);
    cast->type_name = type;
    cast->lhs = value;
    return cast;
}

// Behind a `:`; the lexer reads two in a row as one token.
static bool next_part(Parser *p, int *part) {
    *part += at_kind(p, TK_COLON_COLON) ? 2 : 1;
    return token_accept(p, TK_COLON) || token_accept(p, TK_COLON_COLON);
}

static bool at_part_end(const Parser *p) {
    return at_kind(p, TK_COLON) || at_kind(p, TK_COLON_COLON) || at_kind(p, TK_RPAREN) ||
           at_kind(p, TK_EOF);
}

// operands = ":" [ operand { "," operand } ] [ ":" [ operand ... ] [ ":" clobbers ] ]
static void asm_operands(Parser *p, NodeList *effects) {
    AsmOutput outputs[ASM_OPERANDS];
    uint32_t output_count = 0;
    for (int part = -1; next_part(p, &part) && !p->panic;) {
        while (!at_part_end(p) && !p->panic) {
            const char *constraint = "";
            if (part >= 2) { // clobbered registers, then labels
                token_advance(p);
                continue;
            }
            const Token *begin = p->at;
            const Name *name = NULL;
            Node *value = asm_operand(p, &constraint, &name);
            if (value == NULL)
                return;
            Node *output =
                part == 0 ? NULL : tied_output(outputs, output_count, constraint);
            if (part == 0 && output_count < ASM_OPERANDS)
                outputs[output_count++] = (AsmOutput){value, name};
            value = output != NULL
                        ? node_binary(p, ND_ASSIGN, begin, output, p->height, value)
                        : read_only(p, value);
            if (part == 1) {
                Node *effect = node_new(p, ND_EXPR_STMT, span_since(p, begin));
                effect->lhs = value;
                list_add(effects, effect);
            }
            if (!token_accept(p, TK_COMMA))
                break;
        }
    }
}

// asm = "asm" { "volatile" | "inline" | "goto" } "(" string operands ")" ";"
Node *asm_statement(Parser *p) {
    const Token *begin = p->at;
    Node *block = node_new(p, ND_BLOCK, begin->span);
    NodeList effects;
    list_init(&effects);
    do {
        token_advance(p);
    } while (at_kind(p, TK_VOLATILE) || at_kind(p, TK_INLINE) || at_kind(p, TK_GOTO));
    const Token *open = p->at;
    if (!at_kind(p, TK_LPAREN) || !is_empty_template(peek_token(p, 1))) {
        refuse_asm(p, begin->span);
        return block;
    }
    token_advance(p);
    token_advance(p);
    asm_operands(p, &effects);
    (void)expect_close(p, TK_RPAREN, open);
    block->then = effects.first;
    block->span = span_since(p, begin);
    expect_semicolon(p, "`asm`");
    return block;
}

// asm-label = "asm" "(" string ")"       (behind a declarator)
void asm_label(Parser *p, Declarator *d) {
    if (!at_kind(p, TK_ASM))
        return;
    const Token *begin = p->at;
    token_advance(p);
    const Token *open = p->at;
    if (!at_kind(p, TK_LPAREN) || peek_token(p, 1)->kind != TK_STRING) {
        refuse_asm(p, begin->span);
        return;
    }
    token_advance(p);
    d->asm_label = p->at->string.text;
    token_advance(p);
    (void)expect_close(p, TK_RPAREN, open);
    if (at_attributes(p))
        attributes(p, &d->attrs);
}
