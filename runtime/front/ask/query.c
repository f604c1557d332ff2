// query.c: completion and inspection. See query.h.
//
// Enters: a text and a place in it, and the session's names. Leaves: matches, or what one
// name is. The text need not be right, nor even complete: it is read word by word, never
// parsed. What stands before `.` or `->` is resolved from left to right through the
// members' types; a local variable's type is guessed from a declaration that reads
// `struct node *p` or `point_t p` earlier in the text.
//
// Read next: questions.c, which puts the answers into cora.h's structures.
#include "front/ask/query.h"
#include "front/library.h"
#include "front/scope.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef struct Piece { // bytes of the text
    size_t begin, end;
} Piece;

typedef struct Completing {
    const Front *front;
    Arena *arena;
    const QueryText *text;
    QueryMatches *out;
    const char *prefix;
    size_t prefix_bytes;
    bool types_only; // behind `struct`
} Completing;

static bool is_name_char(char c) {
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

static size_t word_begin(const QueryText *text, size_t at) {
    while (at > 0 && is_name_char(text->code[at - 1])) {
        at--;
    }
    return at;
}

static size_t word_end(const QueryText *text, size_t at) {
    while (at < text->size_bytes && is_name_char(text->code[at])) {
        at++;
    }
    return at;
}

static size_t skip_space_back(const QueryText *text, size_t at) {
    while (at > 0 && isspace((unsigned char)text->code[at - 1])) {
        at--;
    }
    return at;
}

static const Sym *find_symbol(Front *front, const char *word, size_t size) {
    library_read_name(front, word, size);
    const Name *name = intern_find(front->names, word, size);
    return name ? scope_find_global(name) : NULL;
}

static Type *find_tag(Front *front, const char *word, size_t size) {
    library_read_name(front, word, size);
    const Name *name = intern_find(front->names, word, size);
    return name ? scope_find_tag(name) : NULL;
}

// ---------------------------------------------------------------- types from words

static bool word_is(const QueryText *text, Piece word, const char *what) {
    return word.end - word.begin == strlen(what) &&
           memcmp(text->code + word.begin, what, strlen(what)) == 0;
}

// A local's type from its declaration earlier in the text: the word (and perhaps struct
// or union) before `*`s and the name. NULL when there is none.
static Type *declared_type(Front *front, const QueryText *text, Piece name) {
    size_t size = name.end - name.begin;
    for (size_t at = 0; at + size <= name.begin; at++) {
        bool same = memcmp(text->code + at, text->code + name.begin, size) == 0 &&
                    (at == 0 || !is_name_char(text->code[at - 1])) &&
                    !is_name_char(text->code[at + size]);
        if (!same) {
            continue;
        }
        size_t before = skip_space_back(text, at);
        while (before > 0 && (text->code[before - 1] == '*' ||
                              isspace((unsigned char)text->code[before - 1]))) {
            before--;
        }
        Piece type = {word_begin(text, before), before};
        if (type.begin == type.end) {
            continue;
        }
        size_t head_end = skip_space_back(text, type.begin);
        Piece head = {word_begin(text, head_end), head_end};
        if (word_is(text, head, "struct") || word_is(text, head, "union")) {
            return find_tag(front, text->code + type.begin, type.end - type.begin);
        }
        const Sym *sym =
            find_symbol(front, text->code + type.begin, type.end - type.begin);
        if (sym && sym->kind == SYM_TYPEDEF) {
            return sym->type;
        }
    }
    return NULL;
}

// The library's `error`, whose members read like a struct's (check_block.c).
static bool is_error_type(const Type *type) {
    return type->kind == TY_HANDLE && type->tag_name &&
           strcmp(type->tag_name->text, "error") == 0;
}

// A record reached through pointers, arrays and results.
static Type *strip_to_record(Type *type) {
    for (int steps = 0; type && steps < 16; steps++) {
        if (type_is_record(type) || is_error_type(type)) {
            return type->unqual;
        }
        if (type->kind != TY_POINTER && type->kind != TY_ARRAY && type->kind != TY_FUNC) {
            return NULL;
        }
        type = type->base;
    }
    return NULL;
}

// Behind one operand: over [...] and (...) to its name.
static size_t operand_end(const QueryText *text, size_t at) {
    for (;;) {
        at = skip_space_back(text, at);
        char close = at > 0 ? text->code[at - 1] : '\0';
        if (close != ']' && close != ')') {
            return at;
        }
        char open = close == ']' ? '[' : '(';
        int depth = 0;
        while (at > 0) {
            at--;
            depth += (text->code[at] == close) - (text->code[at] == open);
            if (depth == 0) {
                break;
            }
        }
    }
}

// The type of the expression that ends at `at` (a chain a.b->c[0]); depth bounds the
// chain.
static Type *chain_type(Front *front, const QueryText *text, size_t at, int depth) {
    Piece word;
    word.end = operand_end(text, at);
    word.begin = word_begin(text, word.end);
    if (word.begin == word.end || depth > 32) {
        return NULL;
    }
    size_t before = skip_space_back(text, word.begin);
    bool dot = before >= 1 && text->code[before - 1] == '.';
    bool arrow =
        before >= 2 && text->code[before - 1] == '>' && text->code[before - 2] == '-';
    if (dot || arrow) {
        Type *owner =
            strip_to_record(chain_type(front, text, before - (arrow ? 2 : 1), depth + 1));
        const Name *name =
            intern_find(front->names, text->code + word.begin, word.end - word.begin);
        uint64_t offset;
        const Field *field = owner && name ? type_find_field(owner, name, &offset) : NULL;
        return field ? field->type : NULL;
    }
    Type *local = declared_type(front, text, word);
    const Sym *sym =
        local ? NULL : find_symbol(front, text->code + word.begin, word.end - word.begin);
    return local ? local : sym ? sym->type : NULL;
}

// ---------------------------------------------------------------- completion

static bool fits(const Completing *q, const char *candidate) {
    if (strncmp(candidate, q->prefix, q->prefix_bytes) != 0) {
        return false;
    }
    return candidate[0] != '_' ||
           q->prefix_bytes > 0; // what begins with _ only when asked for
}

static void offer(Completing *q, QueryMatch match) {
    if (fits(q, match.text)) {
        vec_push(q->out->list, match);
    }
}

static const char *symbol_kind(const Sym *sym) {
    switch (sym->kind) {
    case SYM_FUNC:
        return "function";
    case SYM_TYPEDEF:
        return "type";
    case SYM_ENUMERATOR:
        return "enumerator";
    default:
        return "variable";
    }
}

static void offer_symbol(void *ctx, Sym *sym) {
    Completing *q = ctx;
    if (!sym->name || (q->types_only && sym->kind != SYM_TYPEDEF) ||
        !fits(q, sym->name->text)) {
        return;
    }
    const char *signature = sym->kind == SYM_ENUMERATOR
                                ? NULL
                                : type_print_decl(q->arena, sym->type, sym->name->text);
    offer(q, (QueryMatch){sym->name->text, symbol_kind(sym), signature,
                          sym->is_library ? 2 : 1});
}

static void offer_tag(void *ctx, Name *name, Type *type) {
    Completing *q = ctx;
    if (q->types_only) {
        offer(q, (QueryMatch){name->text, "type", type_print(q->arena, type),
                              scope_tag_cell(name) == 0 ? 2 : 1});
    }
}

static void offer_macro(void *ctx, const Name *name, Span where, bool is_system) {
    (void)where;
    offer(ctx, (QueryMatch){name->text, "macro", NULL, is_system ? 2 : 1});
}

static void offer_language_words(Completing *q) {
    static const char *const words[] = {
#define KEYWORD(id, text) text,
#define WORD(id, text)    text,
#include "front/text/tok.def"
#undef KEYWORD
#undef WORD
    };
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (words[i][0] != '_') {
            offer(q, (QueryMatch){words[i], "keyword", NULL, 3});
        }
    }
}

static void offer_text_words(Completing *q) {
    const QueryText *text = q->text;
    for (size_t at = 0; at < text->size_bytes;) {
        size_t end = word_end(text, at);
        bool is_cursor = at <= text->offset && text->offset <= end;
        if (end > at + 1 && !isdigit((unsigned char)text->code[at]) && !is_cursor) {
            const char *word = arena_strndup(q->arena, text->code + at, end - at);
            const Name *name = intern_find(q->front->names, word, end - at);
            if (!name || (!name->keyword && !scope_find_global(name) && !name->macro)) {
                offer(q, (QueryMatch){word, "variable", NULL, 0});
            }
        }
        at = end > at ? end : at + 1;
    }
}

static void offer_members(Completing *q, const Type *record, int depth) {
    if (is_error_type(record)) {
        offer(q, (QueryMatch){"name", "field", "const char *name", 0});
        offer(q, (QueryMatch){"message", "field", "const char *message", 0});
        offer(q, (QueryMatch){"code", "field", "int code", 0});
    }
    for (const Field *field = record->fields; field; field = field->next) {
        if (field->name) {
            offer(q, (QueryMatch){
                         field->name->text, "field",
                         type_print_decl(q->arena, field->type, field->name->text), 0});
        } else if (type_is_record(field->type) && depth < 16) {
            offer_members(q, field->type->unqual, depth + 1);
        }
    }
}

static int compare_matches(const void *a, const void *b) {
    const QueryMatch *x = a;
    const QueryMatch *y = b;
    return x->rank != y->rank ? (int)x->rank - (int)y->rank : strcmp(x->text, y->text);
}

static void sort_and_unite(QueryMatches *out) {
    if (out->list.count == 0) {
        return;
    }
    qsort(out->list.data, out->list.count, sizeof *out->list.data, compare_matches);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < out->list.count; i++) {
        bool seen = false;
        for (uint32_t k = kept; k > 0 && !seen; k--) {
            seen = strcmp(out->list.data[k - 1].text, out->list.data[i].text) == 0;
            if (out->list.data[k - 1].rank == out->list.data[i].rank && !seen) {
                break; // sorted: an equal text of this rank would stand right here
            }
        }
        if (!seen) {
            out->list.data[kept++] = out->list.data[i];
        }
    }
    out->list.count = kept;
}

void query_complete(Front *front, Arena *arena, const QueryText *text,
                    QueryMatches *out) {
    Completing q = {front, arena, text, out, NULL, 0, false};
    size_t begin = word_begin(text, text->offset);
    out->begin = begin;
    out->end = text->offset;
    q.prefix = arena_strndup(arena, text->code + begin, text->offset - begin);
    q.prefix_bytes = text->offset - begin;
    size_t before = skip_space_back(text, begin);
    bool dot = before >= 1 && text->code[before - 1] == '.' &&
               !(before >= 2 && isdigit((unsigned char)text->code[before - 2]));
    bool arrow =
        before >= 2 && text->code[before - 1] == '>' && text->code[before - 2] == '-';
    if (dot || arrow) {
        const Type *record =
            strip_to_record(chain_type(front, text, before - (arrow ? 2 : 1), 0));
        if (record) {
            offer_members(&q, record, 0);
        }
        sort_and_unite(out);
        return;
    }
    Piece head = {word_begin(text, before), before};
    q.types_only = word_is(text, head, "struct") || word_is(text, head, "union") ||
                   word_is(text, head, "enum");
    library_read_prefix(front, q.prefix, q.prefix_bytes);
    scope_each_tag(front->scope, offer_tag, &q);
    if (!q.types_only) {
        scope_each_global(front->scope, offer_symbol, &q);
        pp_each_macro(front->pp, offer_macro, &q);
        offer_text_words(&q);
        offer_language_words(&q);
    }
    sort_and_unite(out);
}

// ---------------------------------------------------------------- inspection

// The name at the cursor, else the function whose parentheses the cursor is in.
static Piece name_at(const QueryText *text) {
    Piece word = {word_begin(text, text->offset), word_end(text, text->offset)};
    if (word.begin < word.end && !isdigit((unsigned char)text->code[word.begin])) {
        return word;
    }
    int depth = 0;
    for (size_t at = text->offset; at > 0; at--) {
        char c = text->code[at - 1];
        depth += (c == ')') - (c == '(');
        if (c == ';' || c == '{' || c == '}') {
            break;
        }
        if (depth < 0) {
            size_t end = skip_space_back(text, at - 1);
            return (Piece){word_begin(text, end), end};
        }
    }
    return (Piece){0, 0};
}

typedef struct LanguageWord {
    const char *word;
    const char *doc;
} LanguageWord;

static const LanguageWord language_words[] = {
    {"async", "`async` in front of a function makes it a coroutine function: calling it "
              "makes a coroutine object, and nothing has "
              "run yet. Inside it, `await` is allowed."},
    {"await",
     "`await E` waits for a coroutine, a task or a future and has its result as its "
     "value. In front of a call that would "
     "block, such as `sleep(1)`, it makes only this task wait instead of everything."},
    {"spawn", "`spawn f(x)` makes a task of a coroutine: it runs while you do other "
              "things. The same as `create_task(f(x))`."},
    {"yield", "`yield v` hands a value out of a generator; `T got = yield v` receives "
              "what `send` passes."},
    {"coroutine", "`coroutine(T)` is the type of a coroutine object whose result is a T. "
                  "It is used once: by `await`, `spawn` or "
                  "`run`."},
    {"task", "`task(T)` is the type of a running coroutine with its own turn on the "
             "event loop. `await t` waits for its result."},
    {"future", "`future(T)` is the type of a result that is not there yet. `await f` "
               "waits for it."},
    {"generator", "`generator(T)` is the type of a function's result that hands out "
                  "values one by one, with `yield`. `next(g)` takes "
                  "one, `for (T x : g)` takes all."},
    {"defer", "`defer S` runs the statement on every way out of the block."},
    {"try", "`try { } catch (error e) { }` handles an error that was thrown inside."},
    {"throw", "`throw error(\"ValueError\", \"bad port %d\", port);` stops here and goes "
              "to the nearest `catch`."},
};

static bool inspect_word(const QueryText *text, Piece word, QueryInfo *out) {
    for (size_t i = 0; i < COUNT_OF(language_words); i++) {
        if (word_is(text, word, language_words[i].word)) {
            *out = (QueryInfo){language_words[i].word, "keyword", language_words[i].word,
                               language_words[i].doc,  {0},       NULL};
            return true;
        }
    }
    return false;
}

// "struct point { int x; int y; }"
static const char *record_text(Arena *arena, const Type *type) {
    Str text = {0};
    str_puts(&text, type_print(arena, type));
    if (type->is_complete && type_is_record(type)) {
        str_puts(&text, " {");
        for (const Field *field = type->fields; field; field = field->next) {
            str_printf(&text, " %s;",
                       type_print_decl(arena, field->type,
                                       field->name ? field->name->text : ""));
        }
        str_puts(&text, " }");
    }
    const char *copy = arena_strndup(arena, text.data, text.count);
    str_free(&text);
    return copy;
}

// The line [*begin, *end) above the one that begins at `at`; false when there is none.
static bool line_above(const char *text, size_t at, Piece *line) {
    if (at == 0)
        return false;
    line->end = at - 1;
    line->begin = line->end;
    while (line->begin > 0 && text[line->begin - 1] != '\n')
        line->begin--;
    while (line->begin < line->end &&
           (text[line->begin] == ' ' || text[line->begin] == '\t'))
        line->begin++;
    return true;
}

// The `//` lines straight above a declaration, without their slashes; NULL: none.
static const char *comment_above(const Front *front, Arena *arena, Span span) {
    const Source *source = source_get(front->sources, span.source);
    if (!source || span.begin > source->size_bytes) {
        return NULL;
    }
    size_t at = span.begin;
    while (at > 0 && source->text[at - 1] != '\n') {
        at--;
    }
    const char *doc = NULL;
    Piece line;
    while (line_above(source->text, at, &line) && line.end >= line.begin + 2 &&
           strncmp(source->text + line.begin, "//", 2) == 0 &&
           strncmp(source->text + line.begin, "// ----", 7) != 0) {
        size_t text = line.begin + 2;
        text += text < line.end && source->text[text] == ' ';
        const char *words = arena_strndup(arena, source->text + text, line.end - text);
        doc = doc ? arena_printf(arena, "%s\n%s", words, doc) : words;
        at = line.begin;
        while (at > 0 && source->text[at - 1] != '\n') {
            at--;
        }
    }
    return doc;
}

static void describe_symbol(Arena *arena, const Sym *sym, QueryInfo *out) {
    const char *name = sym->name->text;
    const char *declaration = type_print_decl(arena, sym->type, name);
    if (sym->kind == SYM_TYPEDEF) {
        const Type *type = sym->type;
        declaration = arena_printf(arena, "typedef %s %s",
                                   type_is_record(type) ? record_text(arena, type->unqual)
                                                        : type_print(arena, type),
                                   name);
    } else if (sym->kind == SYM_ENUMERATOR) {
        declaration = arena_printf(arena, "%s = %lld", name, (long long)sym->value);
    } else if (sym->kind == SYM_FUNC && sym->type->is_async &&
               strncmp(declaration, "async ", 6) != 0) {
        declaration = arena_printf(arena, "async %s", declaration);
    }
    *out = (QueryInfo){name, symbol_kind(sym), declaration, sym->doc, sym->span, sym};
}

bool query_inspect(Front *front, Arena *arena, const QueryText *text, QueryInfo *out) {
    Piece word = name_at(text);
    if (word.begin == word.end) {
        return false;
    }
    const char *spelling = text->code + word.begin;
    size_t size = word.end - word.begin;
    const Sym *sym = find_symbol(front, spelling, size);
    if (sym) {
        describe_symbol(arena, sym, out);
        for (const Sym *other = sym->is_overloaded ? sym->next : NULL; other;
             other = other->next) {
            out->declaration = arena_printf(
                arena, "%s\n%s", type_print_decl(arena, other->type, other->name->text),
                out->declaration);
            out->where = other->span; // the first declaration has the comment
        }
        if (!out->doc) {
            out->doc = comment_above(front, arena, out->where);
        }
        return true;
    }
    const Name *name = intern_find(front->names, spelling, size);
    char *macro = name ? pp_macro_text(name) : NULL;
    if (macro) {
        *out = (QueryInfo){name->text,
                           "macro",
                           arena_strndup(arena, macro, strlen(macro)),
                           NULL,
                           pp_macro_span(name),
                           NULL};
        mem_free(macro);
        return true;
    }
    const Type *tag = name ? scope_find_tag(name) : NULL;
    if (tag) {
        *out = (QueryInfo){name->text, "type",    record_text(arena, tag),
                           NULL,       tag->span, NULL};
        return true;
    }
    return inspect_word(text, word, out);
}

// ---------------------------------------------------------------- %who

typedef struct Listing {
    Arena *arena;
    void (*visit)(void *ctx, const QueryInfo *info);
    void *ctx;
} Listing;

static void list_symbol(void *ctx, Sym *sym) {
    Listing *listing = ctx;
    if (sym->is_library || !sym->name || sym->kind == SYM_ENUMERATOR) {
        return;
    }
    QueryInfo info;
    describe_symbol(listing->arena, sym, &info);
    listing->visit(listing->ctx, &info);
}

static void list_tag(void *ctx, Name *name, Type *type) {
    Listing *listing = ctx;
    if (scope_tag_cell(name) == 0) {
        return;
    }
    QueryInfo info = {name->text, "type",     record_text(listing->arena, type),
                      NULL,       type->span, NULL};
    listing->visit(listing->ctx, &info);
}

static void list_macro(void *ctx, const Name *name, Span where, bool is_system) {
    Listing *listing = ctx;
    if (is_system || where.source == 0) {
        return;
    }
    char *text = pp_macro_text(name);
    QueryInfo info = {name->text, "macro", text ? text : name->text, NULL, where, NULL};
    listing->visit(listing->ctx, &info);
    mem_free(text);
}

void query_names(const Front *front, Arena *arena,
                 void (*visit)(void *ctx, const QueryInfo *info), void *ctx) {
    Listing listing = {arena, visit, ctx};
    scope_each_global(front->scope, list_symbol, &listing);
    scope_each_tag(front->scope, list_tag, &listing);
    pp_each_macro(front->pp, list_macro, &listing);
}
