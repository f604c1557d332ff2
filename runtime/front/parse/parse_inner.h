// parse_inner.h: what the files of the parser share, and nobody else sees.
//
//     parse.c        the state: tokens, scopes, reporting, recovery; the top level
//     parse_help.c   messages for what beginners and speakers of other languages write
//     parse_foreign.c  words and lines of other languages
//     parse_bracket.c  which bracket was meant
//     parse_decl.c   declarations, declarators, parameters, function definitions
//     parse_spec.c   what stands before a declarator: specifiers, struct, union, enum
//     parse_attr.c   [[attributes]] and __attribute__
//     parse_asm.c    asm without assembly
//     parse_old.c    functions as they were before prototypes
//     parse_init.c   initialisers
//     parse_stmt.c   statements
//     parse_async.c  the statements and operators that C does not have
//     parse_expr.c   expressions
//
// What always holds:
//  - `at` points into the token array and never goes beyond its TK_EOF.
//  - A parsing function returns a node, never NULL, also after a mistake; a mistake sets
//    `panic`, which silences every further complaint until a place is reached where
//    understanding begins anew (recover_*).
//  - Recursion over the text is counted in `nesting` (LIMIT_NESTING), and the height of
//    every expression tree in `height` (LIMIT_EXPR_DEPTH), so that this stage and those
//    that walk the tree are safe on any text.
#ifndef FRONT_PARSE_INNER_H
#define FRONT_PARSE_INNER_H

#include "base/limits.h"
#include "base/map.h"
#include "base/vec.h"
#include "front/parse/parse.h"

// What a name means where the parser stands.
typedef enum Binding {
    BIND_NONE,  // the text being parsed and the session's program know nothing of it
    BIND_VALUE, // a variable, function, parameter or enumerator
    BIND_TYPE   // a typedef name
} Binding;

typedef struct BindingUndo {
    const Name *name;
    Binding before;
} BindingUndo;

typedef struct Parser {
    const ParseInput *input;
    const Token *first;
    const Token *eof;
    const Token *at; // the token to be looked at next
    Arena *arena;
    Diags *diags;
    Map bindings;          // Name * -> Binding of the names declared in this text
    VEC(BindingUndo) undo; // what to put back when scopes close
    uint32_t nesting;      // constructs open around this point
    uint32_t height; // of the expression tree parsed last: its longest path downwards
    uint32_t statement_height; // highest expression of the statements since the last
                               // statement expression began
    uint32_t block_depth;      // open blocks; 0 at the top level
    uint32_t struct_depth;     // open bodies of structs
    uint32_t try_depth;        // of these, blocks of `try` in this function
    const struct LocalLabel *local_labels; // of GNU's __label__, innermost first
    uint32_t gap_count;  // mistakes that may have cost the meaning of something
    uint32_t torn_count; // of these, such as put a block's end in doubt
    bool lost_name;      // one of them may have cost a name
    bool panic;          // a mistake was reported and not yet recovered from
    bool dead;           // a limit was hit; nothing more is reported and `at` is the end
    bool in_for_header;  // a missing `;` gets the message about for's header
    bool python; // lines without `;` were excused by a message about another language
    bool told_type_behind;  // `x int` was reported: who writes so does it throughout
    bool blamed_brace;      // a missing `}` was reported already
    const Token *body_open; // the `{` of the function being read
    const Token *body_end;  // file mode: the `}` of the last function definition
    bool body_broken;       // something was wrong in it, so its `}` may be another's
    bool stray_reported;    // file mode: this run of statements outside functions was
                            // reported
} Parser;

// A list under construction.
typedef struct NodeList {
    Node *first;
    Node **tail;
} NodeList;

// ---------------------------------------------------------------- parse.c: state

static inline bool at_kind(const Parser *p, TokKind kind) {
    return p->at->kind == kind;
}
// The n-th token after this one; TK_EOF when there are fewer.
static inline const Token *peek_token(const Parser *p, uint32_t n) {
    return (size_t)(p->eof - p->at) > n ? p->at + n : p->eof;
}
static inline void token_advance(Parser *p) {
    if (p->at < p->eof)
        p->at++;
}
static inline bool token_accept(Parser *p, TokKind kind) {
    if (p->at->kind != kind)
        return false;
    token_advance(p);
    return true;
}
static inline void list_init(NodeList *list) {
    list->first = NULL;
    list->tail = &list->first;
}
static inline void list_add(NodeList *list, Node *node) {
    *list->tail = node;
    list->tail = &node->next;
}

Span span_previous(const Parser *p);     // the token before `at`
Span span_previous_end(const Parser *p); // the empty place behind it
Span span_here(const Parser *p); // `at`, or the place behind the last token at the end
Span span_since(const Parser *p, const Token *begin); // begin .. the token before `at`

Node *node_new(Parser *p, NodeKind kind, Span span);
// A node with children of an operator at `op`; lhs_height is p->height as it was after
// lhs. Keeps p->height.
Node *node_binary(Parser *p, NodeKind kind, const Token *op, Node *lhs,
                  uint32_t lhs_height, Node *rhs);
Node *node_unary(Parser *p, NodeKind kind, const Token *op, Node *operand);
// Says that a tree has this height now; a tree that is too high ends the parsing.
void height_set(Parser *p, uint32_t height);

void scope_open(Parser *p, uint32_t *mark);
void scope_close(Parser *p, uint32_t mark);
void scope_declare(Parser *p, const Name *name, Binding binding);
Binding scope_lookup(const Parser *p, const Name *name);
// The token is this contextual word, and the program has given the name no meaning of its
// own.
bool at_word(const Parser *p, const Token *token, Word word);
// As at_word, but whatever the program means by the name (where the next token leaves no
// doubt).
bool at_spelling(const Token *token, Word word);
// Whether the name or keyword is spelt so.
bool token_spells(const Token *token, const char *text);
// A name that the program has not declared; those of the library count as unknown.
bool scope_is_unknown(const Parser *p, const Token *token);

// Enters one more level; false, with a message, when there are too many. Each true is
// paired with nest_leave.
NODISCARD bool nest_enter(Parser *p);
void nest_leave(Parser *p);
// Ends the parsing with a "too deep" message.
void parse_give_up(Parser *p, Span span, const char *what, uint32_t limit);
// The same when a list is too long: "too many parameters (limit: 1024)".
void parse_too_many(Parser *p, const char *what, uint32_t limit);

// ---------------------------------------------------------------- parse.c: messages and
// recovery

// Reports unless in panic; the strings fit the entry's %s in order (surplus ones are
// ignored). Sets panic. NULL when nothing was reported; the functions that add notes
// accept NULL.
Diag *parse_error(Parser *p, DiagCode code, Span span, const char *a, const char *b);
void parse_note(Parser *p, Diag *diag, Span span, const char *text);
void parse_fix(Parser *p, Diag *diag, Span span, const char *fix, const char *text);
// "`foo`", "a number", "the end of the cell": what stands here, for messages.
const char *token_describe(const Parser *p, const Token *token);
// The spelling of a name or keyword, else NULL.
const char *token_spelling(const Token *token);

// `;` after `what` ("this expression"). When it is missing and the next token begins a
// line, goes on as if it were there; else stays in panic.
void expect_semicolon(Parser *p, const char *what);
// The bracket that closes `open`. On failure reports with a note at `open` and stays in
// panic.
bool expect_close(Parser *p, TokKind close, const Token *open);
// Nothing opens `close`: it was lost where the parser stands.
void parse_lost_open(Parser *p, const Token *close);
// Any other token; `what` as in "expected `:` after ...". False in panic.
bool expect_token(Parser *p, TokKind kind, const char *after);

// At a `,`: whether it was meant as the `;` of this statement.
bool help_comma_as_end(const Parser *p);
void skip_group(Parser *p); // one token, or everything to the bracket that closes it
void recover_statement(
    Parser *p); // to behind the next `;`, or to where a statement or block end begins
void recover_header(Parser *p); // to behind the `)` of a control statement's header
void recover_list(Parser *p, TokKind close); // to the next `,` or `close` of this list

// ---------------------------------------------------------------- parse_bracket.c

// Whether what stands here is a slip for `close`, which `open` needs.
bool bracket_is_wrong(const Parser *p, TokKind close, const Token *open);
// Whether what stands here closes nothing, and the one that closes `open` comes later.
bool bracket_is_surplus(const Parser *p, const Token *open);
// Whether the statement goes on, from `token`, to a bracket that nothing has opened.
bool bracket_lacks_open(const Parser *p, const Token *token);
// The bracket behind `token` that nothing has opened; or NULL.
const Token *bracket_of_lost(const Token *token);
// At a value behind an operand, in what `open` opens: the bracket that closes what was not
// opened between them, `f(a 1])`; or NULL.
const Token *bracket_lost_between(const Parser *p, const Token *open);
// At an `else` that the block at `open` should have ended before.
bool bracket_ends_if(const Parser *p, const Token *open);
// At what is no `,` between the arguments behind `open`: whether these go on.
bool bracket_closes_later(const Parser *p, const Token *open);
// At a `{` or `[` that was to be the `(` of a header.
bool bracket_opens_header(const Parser *p);
// The block inside the one at `open` that, by its indentation, lacks its `}`; or NULL.
const Token *bracket_unclosed(const Parser *p, const Token *open);
// At a `)` or `]` that was to end a block.
bool bracket_ends_block(const Parser *p);
// Whether a `{` is missing here: its `}` is there.
bool bracket_lost_open(const Parser *p);

// ---------------------------------------------------------------- parse_help.c

// Looks at a statement's beginning that no rule fits (`Foo x`, `retrun 1`, `def f(x):`).
// True when it reported the mistake; *as_type says that the word was meant as a type, so
// that a declaration may be read on.
bool help_statement_start(Parser *p, bool *as_type);
// An operand was expected and is not here. Always reports (unless in panic).
void help_operand(Parser *p);
// A `;`, `)` or operator was expected after an operand: `a and b`, `x is y`. True when it
// reported.
bool help_after_operand(Parser *p);
// Whether a struct, union or enum of this text has the name.
bool help_is_tag(const Parser *p, const Token *token);
// A name stands where its declaration's type should: reports it, and skips nothing.
void help_missing_type(Parser *p);
// `x int`, as in Go: reports the type and skips the name. False: it is not that.
bool help_type_behind(Parser *p);
// `conts char *s`: reports the word and skips it.
bool help_unknown_qualifier(Parser *p);
// `awiat f(x)`: reports the word and skips it.
bool help_misspelt_prefix(Parser *p);
// The operator that the word here is in other languages, after a message; else TK_EOF.
TokKind help_word_operator(Parser *p);
// Reports an unknown type name at `token`, with the nearest one. True when reading may go
// on as if the word were a type (out of panic); false for words such as `def` that begin
// something else.
bool help_unknown_type(Parser *p, const Token *token);
// A name was expected in a declarator and is not here.
void help_declarator_name(Parser *p, const DeclSpec *spec);
// `whlie (x) {`: a word with arguments and a block that is no call. True when it
// reported.
bool help_misspelt_control(Parser *p);
// `if x > 1:`, `for i in ...`: the keyword is not followed by `(`.
void help_missing_paren(Parser *p, const char *keyword);
// `if {x)`: after a message, the bracket counts as the `(`.
bool help_wrong_paren(Parser *p, const char *keyword);
// `else` with no `if` in front.
void help_lone_else(Parser *p);

// ---------------------------------------------------------------- parse_foreign.c

typedef struct ForeignWord ForeignWord;

// What is known of the word, which has nothing to do in a program of C; or NULL.
const ForeignWord *foreign_find(const Token *token);
void foreign_report(Parser *p, const Token *token, const ForeignWord *foreign);
// An operand has ended, and C has nothing that goes on so: `1 if x else 2`, `not x`.
bool foreign_after_operand(Parser *p);
// Behind a `*`, whether it is the second one of `2 ** 3`.
void foreign_power(Parser *p);
// At the `:` of `a[i:j]`.
bool foreign_slice(Parser *p);
// Behind an expression that begins at `word`: `print("x")` without a `;`.
bool foreign_print(Parser *p, const Token *word);
// At a label: `x: int = 3`.
bool foreign_annotation(Parser *p);
// `cout << x`, `vector<int> v`. True when it reported, as the next.
bool foreign_cpp(Parser *p, const Token *word);
// `new int[5]`
bool foreign_new(Parser *p);
// The word here begins an `else if` of another language.
bool foreign_is_elseif(const Parser *p);

// ---------------------------------------------------------------- parse_spec.c,
// parse_decl.c

typedef enum DeclaratorMode {
    DECLARATOR_NAMED,    // a name is required
    DECLARATOR_ABSTRACT, // no name
    DECLARATOR_PARAM     // either
} DeclaratorMode;

bool starts_type(const Parser *p, const Token *token);        // a type name begins here
bool starts_declaration(const Parser *p, const Token *token); // a declaration begins here
DeclSpec *declaration_specifiers(Parser *p);
DeclSpec *specifier_qualifier_list(Parser *p, uint32_t allowed); // storage classes
bool is_literal_storage(const Parser *p, const Token *token);
TagSpec *struct_or_union_specifier(Parser *p);
TagSpec *enum_specifier(Parser *p);
uint8_t qualifier_of(const Parser *p, const Token *token); // QUAL_* or 0
TypeName *type_name(Parser *p);
TypeName *literal_type_name(Parser *p); // may have LITERAL_STORAGE
// Reports specifiers without a type, and reads on as if it were int.
void require_type(Parser *p, DeclSpec *spec);
// A TypeName of bare words (SPEC_BOOL ...), as if written.
TypeName *type_name_of_words(Parser *p, uint32_t words, Span span);
Declarator *declarator(Parser *p, const DeclSpec *spec, DeclaratorMode mode);
// Adds one ND_DECL per declarator, or an ND_FUNC. spec was read already.
void declaration_rest(Parser *p, DeclSpec *spec, NodeList *out);
void declaration(Parser *p, Attr *attrs, NodeList *out);
// Adds the ND_DECL `x` of `for (T x : ...)` or `catch (T x)`, declared in the open scope.
Node *single_declaration(Parser *p, DeclSpec *spec, Declarator *declarator);
Node *static_assert_declaration(Parser *p);
bool at_static_assert(const Parser *p);

// ---------------------------------------------------------------- parse_attr.c

bool at_attributes(const Parser *p); // [[ or __attribute__
// Reads all attribute lists here and appends them.
void attributes(Parser *p, Attr **list);

// ---------------------------------------------------------------- parse_old.c

void identifier_list(Parser *p, ParamDecl **tail);
void old_style_declarations(Parser *p, Declarator *d); // what stands before the body
// The same where the parameters have types: reports and skips them. False: none are here.
bool skip_types_again(Parser *p, const Declarator *d);
// `main() {`: a function in the old style, without a type for its result.
bool at_untyped_function(const Parser *p, const DeclSpec *spec);
void imply_int(Parser *p, DeclSpec *spec); // with a warning
void untyped_function(Parser *p, NodeList *out);

// ---------------------------------------------------------------- parse_asm.c

Node *asm_statement(Parser *p);           // at `asm`; only empty templates are accepted
void asm_label(Parser *p, Declarator *d); // an `asm("name")` here, if there is one

// ---------------------------------------------------------------- parse_init.c

Node *initializer(Parser *p);
Node *declared_initializer(Parser *p);
Node *braced_initializer(Parser *p);

// ---------------------------------------------------------------- parse_expr.c

Node *expression(Parser *p);
Node *assignment_expression(Parser *p);
Node *conditional_expression(Parser *p);
Node *cast_expression(Parser *p);
Node *node_error(Parser *p);             // stands for an operand that could not be read
bool starts_operand(const Token *token); // by its kind alone; names count

// ---------------------------------------------------------------- parse_stmt.c

Node *compound_statement(Parser *p);           // at `{`
Name *label_here(const Parser *p, Name *name); // what a label's name means here
Node *function_body(Parser *p, Declarator *declarator);
Node *substatement(Parser *p, const char *of); // the body of `of`, one statement
void block_item(Parser *p, NodeList *out);
Node *paren_condition(Parser *p, const char *keyword);

// ---------------------------------------------------------------- parse_async.c

bool at_async_word(
    const Parser *p); // a statement or operator of the coroutine language begins here
Node *async_statement(
    Parser *p); // NULL when no statement of the coroutine language begins here
Node *magic_statement(Parser *p);     // at TK_MAGIC or TK_MAGIC_CODE
bool at_prefix_word(const Parser *p); // await or spawn as an operator
Node *prefix_word_expression(Parser *p);
bool at_yield(const Parser *p);
Node *yield_expression(Parser *p);

#endif
