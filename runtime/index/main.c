// main.c: makes the index of the library's names (base/library.h) when the runtime is
// built:
//
//     lib_index runtime/lib/include > lib_index.h
//
// What enters are the headers of lib/prelude.def, read by the front end itself: macros as
// a session would have them at its start, declarations one by one. What leaves are C
// tables, which lib.c compiles in. It fails, and so does the build, when a header says
// something that cannot be read piece by piece:
//
//  - a declaration in an #if (but the guard around the file),
//  - a macro in a declaration: library.c expands none, so that no cell's macro gets there,
//  - a macro that is defined while another header is half read.
//
// A name's pieces are all declarations that declare it. To a type T belong also those of
// __new_T, which T(...) calls, and of new_T, of which a message speaks; to a word of the
// language those of its companions (front/companion.def).
#include "base/map.h"
#include "base/vec.h"
#include "front/check/check.h"
#include "front/front.h"
#include "front/library.h"
#include "front/scope.h"
#include "front/text/lex.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Entry {
    const char *name;
    LibraryKind kind;
    VEC(uint32_t) pieces;
} Entry;

typedef struct File {
    const char *name;
    const Source *source; // in `sources`
    const char *guard;
} File;

typedef struct Index {
    const char *folder;
    Sources sources;
    Arena arena;
    Diags diags;
    Front *whole; // has read all headers at once
    Front *front; // without a library: it becomes one
    Checker *checker;
    VEC(File) files;
    VEC(LibraryPiece) pieces;
    VEC(Entry) entries;
    Map entry_at; // Name * of `front` -> index in entries
} Index;

static _Noreturn void fail(const char *format, ...) {
    va_list list;
    va_start(list, format);
    fputs("lib_index: ", stderr);
    vfprintf(stderr, format, list);
    fputc('\n', stderr);
    va_end(list);
    exit(1);
}

// ---------------------------------------------------------------- files

static bool read_header(void *ctx, const char *name, bool angled, IncludeText *out) {
    const Index *index = ctx;
    (void)angled;
    char *path = mem_printf("%s/%s", index->folder, name);
    FILE *file = fopen(path, "rb");
    mem_free(path);
    if (file == NULL)
        return false;
    Str content = {0};
    char block[4096];
    for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0;)
        str_add(&content, block, n);
    fclose(file);
    out->size_bytes = content.count;
    out->text = str_take(&content);
    out->is_system = true;
    return true;
}

// "<stdio.h>" -> the number of the file, or -1.
static int find_file(const Index *index, const char *name, size_t size_bytes) {
    for (uint32_t i = 0; i < index->files.count; i++) {
        if (strncmp(index->files.data[i].name, name, size_bytes) == 0 &&
            index->files.data[i].name[size_bytes] == '\0')
            return (int)i;
    }
    return -1;
}

static uint32_t add_file(Index *index, const char *name) {
    IncludeText text;
    if (!read_header(index, name, true, &text))
        fail("there is no header %s", name);
    char *shown = mem_printf("<%s>", name);
    Source *source = source_add(&index->sources, shown, text.text, text.size_bytes);
    source->is_system = true;
    mem_free(shown);
    mem_free(text.text);
    File file = {.name = arena_strndup(&index->arena, name, strlen(name)),
                 .source = source};
    vec_push(index->files, file);
    return index->files.count - 1;
}

// ---------------------------------------------------------------- names

static Entry *entry_of(Index *index, const char *text, LibraryKind kind) {
    const Name *name = intern_cstr(index->front->names, text);
    uint64_t key = (uint64_t)(uintptr_t)name, at;
    if (!map_get(&index->entry_at, key, &at)) {
        at = index->entries.count;
        map_put(&index->entry_at, key, at);
        Entry entry = {.name = name->text, .kind = kind};
        vec_push(index->entries, entry);
    }
    Entry *entry = &index->entries.data[at];
    if (kind > entry->kind)
        entry->kind = kind;
    return entry;
}

static const Entry *find_entry(Index *index, const char *text) {
    const Name *name = intern_find(index->front->names, text, strlen(text));
    uint64_t at;
    bool found = name && map_get(&index->entry_at, (uint64_t)(uintptr_t)name, &at);
    return found ? &index->entries.data[at] : NULL;
}

static void add_piece(Entry *entry, uint32_t piece) {
    for (uint32_t i = 0; i < entry->pieces.count; i++) {
        if (entry->pieces.data[i] == piece)
            return;
    }
    vec_push(entry->pieces, piece);
}

// The pieces of `from`, for whoever says `word` too.
static void add_all(Index *index, const char *word, LibraryKind kind, const char *from) {
    const Entry *source = find_entry(index, from);
    if (source == NULL)
        fail("no header declares %s", from);
    VEC(uint32_t) pieces = {0};
    for (uint32_t i = 0; i < source->pieces.count; i++)
        vec_push(pieces, source->pieces.data[i]);
    Entry *entry = entry_of(index, word, kind);
    for (uint32_t i = 0; i < pieces.count; i++)
        add_piece(entry, pieces.data[i]);
    vec_free(pieces);
}

// ---------------------------------------------------------------- what a piece declares

static void add_tag(Index *index, const TagSpec *tag, uint32_t piece);

// The tags and enumerators in what stands before a declarator. A tag that is only
// mentioned is declared where it is mentioned first.
static void add_spec(Index *index, const DeclSpec *spec, uint32_t piece) {
    if (spec->tag != NULL)
        add_tag(index, spec->tag, piece);
}

static void add_tag(Index *index, const TagSpec *tag, uint32_t piece) {
    if (tag->name != NULL && (tag->has_body || !find_entry(index, tag->name->text)))
        add_piece(entry_of(index, tag->name->text, LIBRARY_TAG), piece);
    for (const EnumDecl *each = tag->enumerators; each != NULL; each = each->next)
        add_piece(entry_of(index, each->name->text, LIBRARY_ENUMERATOR), piece);
    for (const FieldDecl *each = tag->fields; each != NULL; each = each->next) {
        if (each->spec != NULL)
            add_spec(index, each->spec, piece);
    }
}

static LibraryKind kind_of(const Node *item) {
    const DeclPart *part = item->declarator->parts;
    if ((item->spec->storage & STORAGE_TYPEDEF) != 0)
        return LIBRARY_TYPEDEF;
    return part != NULL && part->kind == PART_FUNC ? LIBRARY_FUNCTION : LIBRARY_VARIABLE;
}

static void add_item(Index *index, const Node *item, uint32_t piece) {
    if (item->kind != ND_FUNC && item->kind != ND_DECL)
        return;
    add_spec(index, item->spec, piece);
    if (item->declarator != NULL && item->declarator->name != NULL)
        add_piece(entry_of(index, item->declarator->name->text, kind_of(item)), piece);
}

// ---------------------------------------------------------------- pieces

static void read_piece(Index *index, uint32_t file, uint32_t begin, uint32_t end) {
    const Source *source = index->files.data[file].source;
    PpPiece place = {source, begin, end};
    if (end - begin > UINT16_MAX || file > UINT8_MAX)
        fail("%s is too large", source->name);
    LibraryPiece piece = {begin, (uint16_t)(end - begin), (uint8_t)file, false};
    vec_push(index->pieces, piece);
    Tokens tokens = {0};
    pp_read_piece(index->front->pp, &place, &index->arena, &index->diags, &tokens);
    ParseInput input = {.tokens = &tokens,
                        .arena = &index->arena,
                        .diags = &index->diags,
                        .names = index->front->names,
                        .lookup = front_parse_names(index->front),
                        .file_mode = true};
    ParseGaps gaps = {0};
    Node *items = parse_program(&input, &gaps);
    for (const Node *item = items; item != NULL; item = item->next)
        add_item(index, item, index->pieces.count - 1);
    vec_free(tokens);
    parse_gaps_deinit(&gaps);
    check_unit(index->checker, items);
}

// A header being cut.
typedef struct Cut {
    Index *index;
    uint32_t file;
    Lexer lexer;
    int depth;        // of brackets
    uint32_t cond;    // conditionals open
    bool is_at_start; // nothing but comments was read
    bool is_begun;    // inside a piece
    uint32_t begin;   // its first token
    bool after_paren; // the last token was a `)` outside of brackets
    bool is_body;     // the braces are a function's
} Cut;

static void read_file(Index *index, const char *name);

static void cut_directive(Cut *cut) {
    Lexer *lexer = &cut->lexer;
    lexer->in_directive = true;
    Token word = lex_next(lexer);
    const char *text = word.kind == TK_NAME ? word.name->text : "";
    if (cut->is_begun)
        fail("%s: a directive stands inside a declaration", lexer->source->name);
    if (strcmp(text, "include") == 0) {
        Token header = lex_header_name(lexer);
        char *name = mem_strndup(header.string.text, header.string.size_bytes);
        read_file(cut->index, name);
        mem_free(name);
    } else if (strncmp(text, "if", 2) == 0) {
        cut->cond++;
        Token name = lex_next(lexer);
        // <assert.h> has a part that counts each time: its #ifndef does not come first.
        if (strcmp(text, "ifndef") == 0 && cut->is_at_start)
            cut->index->files.data[cut->file].guard = name.name->text;
    } else if (strcmp(text, "endif") == 0) {
        cut->cond--;
    }
    cut->is_at_start = false;
    lex_skip_line(lexer);
    lexer->in_directive = false;
}

// A piece ends with a `;`, or with the `}` of a function's body.
static bool ends_piece(Cut *cut, const Token *token) {
    bool is_end = false;
    switch ((TokKind)token->kind) {
    case TK_LBRACE:
        if (cut->depth == 0)
            cut->is_body = cut->after_paren;
        cut->depth++;
        break;
    case TK_LPAREN:
    case TK_LBRACKET:
        cut->depth++;
        break;
    case TK_RPAREN:
    case TK_RBRACKET:
    case TK_RBRACE:
        cut->depth--;
        is_end = token->kind == TK_RBRACE && cut->depth == 0 && cut->is_body;
        break;
    case TK_SEMI:
        is_end = cut->depth == 0;
        break;
    default:
        break;
    }
    cut->after_paren = token->kind == TK_RPAREN && cut->depth == 0;
    return is_end;
}

static bool is_macro(const Index *index, const Name *name) {
    const Name *same = intern_find(index->whole->names, name->text, name->size_bytes);
    return same != NULL && pp_macro_span(same).source != 0;
}

static void cut_file(Cut *cut) {
    for (;;) {
        Token token = lex_next(&cut->lexer);
        if (token.kind == TK_EOF)
            break;
        if (token.kind == TK_HASH && token.bol) {
            cut_directive(cut);
            continue;
        }
        cut->is_at_start = false;
        if (cut->cond > 1)
            fail("%s: a declaration stands in an #if", cut->lexer.source->name);
        if (token.kind == TK_NAME && is_macro(cut->index, token.name))
            fail("%s: `%s` in a declaration is a macro", cut->lexer.source->name,
                 token.name->text);
        if (!cut->is_begun)
            cut->begin = token.span.begin;
        cut->is_begun = true;
        if (ends_piece(cut, &token)) {
            cut->is_begun = false;
            read_piece(cut->index, cut->file, cut->begin, token.span.end);
        }
    }
}

static void read_file(Index *index, const char *name) {
    if (find_file(index, name, strlen(name)) >= 0)
        return;
    Cut cut = {.index = index, .file = add_file(index, name), .is_at_start = true};
    lex_init(&cut.lexer, index->files.data[cut.file].source, index->front->names,
             &index->arena, &index->diags);
    cut_file(&cut);
    if (cut.is_begun || cut.depth != 0)
        fail("%s ends inside a declaration", name);
}

// ---------------------------------------------------------------- macros

static void add_macro(void *ctx, const Name *name, Span where, bool is_system) {
    Index *index = ctx;
    (void)is_system;
    const Source *source = source_get(&index->sources, where.source);
    if (source == NULL)
        return;
    int file = find_file(index, source->name + 1, strlen(source->name) - 2);
    if (file < 0)
        fail("%s defines %s, but is not of the prelude", source->name, name->text);
    LibraryPiece piece = {where.begin, 0, (uint8_t)file, true};
    vec_push(index->pieces, piece);
    add_piece(entry_of(index, name->text, LIBRARY_MACRO), index->pieces.count - 1);
}

static const char *const prelude[] = {
#define PRELUDE(name) name,
#include "lib/prelude.def"
#undef PRELUDE
    NULL};

// ---------------------------------------------------------------- all of it

static void ignore_symbol(void *ctx, Sym *sym) {
    (void)ctx, (void)sym;
}

static void read_all(Index *index) {
    scope_begin_library(index->front->scope, &index->arena);
    index->checker = check_open(index->front, &index->arena, &index->diags, true);
    for (size_t i = 0; prelude[i] != NULL; i++)
        read_file(index, prelude[i]);
    if (check_close(index->checker) == NULL) {
        for (uint32_t i = 0; i < index->diags.list.count; i++) {
            char *text = diag_render(&index->diags, index->diags.list.data[i]);
            fprintf(stderr, "%s\n", text);
            mem_free(text);
        }
        fail("the library does not compile piece by piece");
    }
    scope_end_library(index->front->scope, ignore_symbol, NULL);
}

// What is asked for by another name than its own.
static void add_companions(Index *index) {
    static const struct {
        const char *word, *name;
    } rows[] = {
#define COMPANION(word, name) {word, name},
#include "front/companion.def"
#undef COMPANION
    };
    for (uint32_t i = 0; i < index->entries.count; i++) {
        static const char *const makers[] = {"__new_%s", "new_%s"};
        const char *type = index->entries.data[i].name;
        for (size_t k = 0; k < COUNT_OF(makers); k++) {
            char *maker = mem_printf(makers[k], type);
            if (index->entries.data[i].kind == LIBRARY_TYPEDEF &&
                find_entry(index, maker) != NULL)
                add_all(index, type, LIBRARY_TYPEDEF, maker);
            mem_free(maker);
        }
    }
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        add_all(index, rows[i].word, LIBRARY_WORD, rows[i].name);
}

// ---------------------------------------------------------------- writing

static int by_number(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

// In the order of the headers: so overloads are declared in theirs.
static void sort_pieces(Index *index) {
    for (uint32_t i = 0; i < index->entries.count; i++)
        qsort(index->entries.data[i].pieces.data, index->entries.data[i].pieces.count,
              sizeof(uint32_t), by_number);
}

static void write_entries(const Index *index) {
    uint32_t text = 0, ref = 0;
    puts("static const LibraryEntry lib_entries[] = {");
    for (uint32_t i = 0; i < index->entries.count; i++) {
        const Entry *entry = &index->entries.data[i];
        printf("    {%u, %u, %u, %d}, // %s\n", text, ref, entry->pieces.count,
               (int)entry->kind, entry->name);
        text += (uint32_t)strlen(entry->name) + 1;
        ref += entry->pieces.count;
        if (text > UINT16_MAX || ref > UINT16_MAX || entry->pieces.count > UINT8_MAX)
            fail("the library has too many names");
    }
    puts("};\nstatic const char lib_texts[] =");
    for (uint32_t i = 0; i < index->entries.count; i++)
        printf("    \"%s\\0\"\n", index->entries.data[i].name);
    puts("    \"\";\nstatic const uint16_t lib_refs[] = {");
    for (uint32_t i = 0; i < index->entries.count; i++) {
        const Entry *entry = &index->entries.data[i];
        for (uint32_t k = 0; k < entry->pieces.count; k++)
            printf("%s%u,", k ? " " : "    ", entry->pieces.data[k]);
        puts("");
    }
    puts("};");
}

// At most half full, so that a name that is none of the library's is told soon.
static void write_slots(const Index *index) {
    uint32_t count = 1024;
    while (count < index->entries.count * 2)
        count *= 2;
    uint16_t *slots = mem_alloc(count * sizeof *slots);
    for (uint32_t i = 0; i < index->entries.count; i++) {
        const char *name = index->entries.data[i].name;
        uint32_t at = intern_hash(name, strlen(name)) & (count - 1);
        while (slots[at] != 0)
            at = (at + 1) & (count - 1);
        slots[at] = (uint16_t)(i + 1);
    }
    printf("static const uint16_t lib_slots[%u] = {", count);
    for (uint32_t i = 0; i < count; i++)
        printf("%s%u,", i % 16 ? " " : "\n    ", slots[i]);
    puts("\n};");
    mem_free(slots);
}

static void write_index(const Index *index) {
    puts("// Made by runtime/index/main.c.");
    puts("#pragma GCC diagnostic push");
    puts("#pragma GCC diagnostic ignored \"-Woverlength-strings\"");
    puts("static const LibraryFile lib_files[] = {");
    for (uint32_t i = 0; i < index->files.count; i++) {
        const File *file = &index->files.data[i];
        char *text = mem_printf("header_%s", file->name); // lib_gen.awk's name for it
        for (char *at = text; *at != '\0'; at++)
            *at = *at == '.' || *at == '/' ? '_' : *at;
        const char *quote = file->guard ? "\"" : "";
        printf("    {\"%s\", %s, sizeof %s - 1, %s%s%s},\n", file->name, text, text,
               quote, file->guard ? file->guard : "NULL", quote);
        mem_free(text);
    }
    puts("};\nstatic const LibraryPiece lib_pieces[] = {");
    for (uint32_t i = 0; i < index->pieces.count; i++) {
        const LibraryPiece *piece = &index->pieces.data[i];
        printf("    {%u, %u, %u, %d},\n", piece->begin, piece->size_bytes, piece->file,
               piece->is_macro);
    }
    puts("};");
    write_entries(index);
    write_slots(index);
    puts("#pragma GCC diagnostic pop");
}

int main(int argc, char **argv) {
    if (argc != 2)
        fail("usage: lib_index FOLDER");
    Index index = {.folder = argv[1]};
    arena_init(&index.arena);
    diag_init(&index.diags, &index.arena, &index.sources);
    Library library = {.prelude = prelude};
    index.whole =
        front_new(&index.sources, (IncludeReader){&index, read_header}, &library, true);
    index.front =
        front_new(&index.sources, (IncludeReader){&index, read_header}, NULL, true);
    read_all(&index);
    pp_each_macro(index.whole->pp, add_macro, &index);
    add_companions(&index);
    sort_pieces(&index);
    write_index(&index);
    for (uint32_t i = 0; i < index.entries.count; i++)
        vec_free(index.entries.data[i].pieces);
    vec_free(index.entries);
    vec_free(index.pieces);
    vec_free(index.files);
    map_deinit(&index.entry_at);
    front_destroy(&index.front);
    front_destroy(&index.whole);
    diag_deinit(&index.diags);
    arena_deinit(&index.arena);
    source_deinit(&index.sources);
    return fflush(stdout) == 0 ? 0 : 1;
}
