// front.c: the door of the room: source -> tokens -> AST -> typed AST, and what a session
// keeps between cells.
//
// front_compile does it all for one cell; front_commit or front_rollback ends it. Between
// the two the names, types and macros of the cell are an overlay (scope.c, type.c, pp.c),
// so a cell that fails leaves no trace.
//
// Between the tokens and the AST stands library.c, which reads the library's declarations
// of the names among the tokens. Without an index of them the headers are read by
// front_new, as one source that includes them all: what the index is made from, and
// measured by. The library's functions with bodies are emitted by the spine like
// anybody's.
#include "front/front.h"
#include "front/check/check.h"
#include "front/library.h"
#include "front/parse/parse.h"
#include "front/scope.h"
#include "front/text/definitions.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// ---------------------------------------------------------------- the parser's questions

// C's typedef problem: whether a name begins a declaration.
static bool is_type_name(void *ctx, const Name *name) {
    (void)ctx;
    const Sym *sym = scope_find(name);
    return sym != NULL && sym->kind == SYM_TYPEDEF;
}

// Library names count for nothing: they may be shadowed by the text that is being parsed.
static bool is_value_name(void *ctx, const Name *name) {
    (void)ctx;
    const Sym *sym = scope_find(name);
    return sym != NULL && sym->kind != SYM_TYPEDEF && !sym->is_library;
}

// "Did you mean": the library's types that nobody has mentioned yet.
static void offer_types(void *ctx, Nearest *nearest) {
    library_offer(ctx, 1u << LIBRARY_TYPEDEF, nearest);
}

ParseNames front_parse_names(Front *front) {
    return (ParseNames){.ctx = front,
                        .is_type = is_type_name,
                        .is_value = is_value_name,
                        .offer_types = offer_types};
}

// ---------------------------------------------------------------- one text

// Parses, and has the checker look at what was understood: a mistake of grammar hides
// only what it stands in.
void front_read_tree(const ParseInput *input, Checker *checker) {
    ParseGaps gaps = {0};
    Node *items = parse_program(input, &gaps);
    if (!gaps.is_torn) {
        bool is_whole = input->diags->error_count == 0;
        check_skip(checker, &gaps);
        check_unit(checker, items);
        if (!is_whole)
            diag_sort(input->diags);
    }
    parse_gaps_deinit(&gaps);
}

// One file's tokens and tree, typed. False after a mistake. After one in the tokens, such
// as a string without an end, reading goes on (base/diag.h says what is told then), unless
// the text was too much for the preprocessor.
static bool read_items(Front *front, const Source *source, Checker *checker,
                       bool file_mode) {
    Arena *arena = check_arena(checker);
    Diags *diags = check_diags(checker);
    Tokens tokens = {0};
    if (!pp_run(front->pp, source, !file_mode, &tokens))
        return false;
    library_read(front, &tokens);
    ParseInput input = {.tokens = &tokens,
                        .arena = arena,
                        .diags = diags,
                        .names = front->names,
                        .lookup = front_parse_names(front),
                        .file_mode = file_mode};
    front_read_tree(&input, checker);
    return diags->error_count == 0;
}

// A program's files one after another; macros and names are each file's own.
static Program *compile(Front *front, const FrontFiles *files, Arena *arena, Diags *diags,
                        bool is_library) {
    bool file_mode = front->file_mode || is_library;
    Checker *checker = check_open(front, arena, diags, is_library);
    for (size_t i = 0; i < files->count; i++) {
        if (i > 0) {
            pp_rollback(front->pp);
            pp_begin(front->pp, arena, diags);
            check_next_unit(checker);
        }
        if (!read_items(front, files->sources[i], checker, file_mode))
            break;
    }
    return check_close(checker);
}

// All three overlays open together.
static void begin(Front *front, Arena *arena, Diags *diags) {
    pp_begin(front->pp, arena, diags);
    scope_begin(front->scope, arena);
    type_table_mark(front->types);
}

// ---------------------------------------------------------------- the program's own names

static bool is_of_library(const Name *name) {
    const Sym *sym = scope_find_global(name);
    return name->is_builtin || name->library != 0 || (sym != NULL && sym->is_library);
}

static void note_own_name(void *ctx, const Name *name) {
    if (is_of_library(name))
        map_put(ctx, (uintptr_t)name, true);
}

// What the file defines as it is compiled. It is preprocessed for this alone, so the
// headers that it has brought in are forgotten again.
static void find_own_names(Front *front, const Source *source, Arena *arena,
                           Diags *diags) {
    uint32_t sources_before = front->sources->count;
    Tokens tokens = {0};
    pp_begin(front->pp, arena, diags);
    if (pp_run(front->pp, source, false, &tokens))
        definitions_each(&tokens, note_own_name, &front->own_names);
    pp_rollback(front->pp);
    while (front->sources->count > sources_before)
        source_pop(front->sources);
}

// A name of the library is not reserved: a program may bring its own getopt in a file, and
// use it in another. Which it brings must be known before the first file is checked; few
// do, and the text as it is written says whether it is worth a closer look.
static void find_all_own_names(Front *front, const FrontFiles *files) {
    for (size_t i = 0; i < files->count && files->count > 1; i++) {
        Arena arena;
        Diags quiet;
        Tokens text = {0};
        Map named = {0};
        arena_init(&arena);
        diag_init(&quiet, &arena, front->sources);
        definitions_read_text(files->sources[i], front->names, &arena, &quiet, &text);
        definitions_each(&text, note_own_name, &named);
        if (named.count > 0)
            find_own_names(front, files->sources[i], &arena, &quiet);
        map_deinit(&named);
        vec_free(text);
        diag_deinit(&quiet);
        arena_deinit(&arena);
    }
}

Program *front_compile_files(Front *front, const FrontFiles *files, Arena *arena,
                             Diags *diags) {
    map_deinit(&front->own_names);
    find_all_own_names(front, files);
    begin(front, arena, diags);
    front->open = compile(front, files, arena, diags, false);
    return front->open;
}

Program *front_compile(Front *front, const Source *source, Arena *arena, Diags *diags) {
    return front_compile_files(front, &(FrontFiles){&source, 1}, arena, diags);
}

void front_commit(Front *front) {
    if (front->open != NULL)
        check_forget_bodies(front->open); // its tree is about to go
    front->open = NULL;
    pp_commit(front->pp);
    scope_commit(front->scope);
}

void front_rollback(Front *front) {
    front->open = NULL;
    pp_rollback(front->pp);
    scope_rollback(front->scope);
    type_table_reset(front->types);
}

// ---------------------------------------------------------------- the library

// stdin and its kin: the library gives them their values.
static void collect_variable(void *ctx, Sym *sym) {
    Front *front = ctx;
    if (sym->kind == SYM_VAR && sym->is_extern)
        vec_push(front->library_variables, sym);
}

// The checker must know what can be thrown.
static void find_error_type(Front *front, const Sym *sym) {
    if (sym->kind == SYM_TYPEDEF && sym->type->kind == TY_HANDLE &&
        strcmp(sym->name->text, "error") == 0)
        front->error_type = sym->type;
}

static void take_symbol(void *ctx, Sym *sym) {
    collect_variable(ctx, sym);
    find_error_type(ctx, sym);
}

// A header of the library that does not compile is our bug, not the user's.
static _Noreturn void abort_with(const Diags *diags) {
    for (uint32_t i = 0; i < diags->list.count; i++) {
        char *text = diag_render(diags, diags->list.data[i]);
        fprintf(stderr, "%s\n", text);
        mem_free(text);
    }
    abort();
}

void front_take_library(Front *front, Program *program, const Diags *diags) {
    if (program == NULL)
        abort_with(diags);
    if (program->functions != NULL || program->globals != NULL)
        vec_push(front->library_code, program);
    scope_end_library(front->scope, take_symbol, front);
    if (front->library_grown != NULL)
        front->library_grown(front->library_grown_ctx);
    type_table_mark(front->types);
}

static const Source *prelude_source(Front *front, const char *const *headers) {
    Str text = {0};
    for (size_t i = 0; headers[i] != NULL; i++)
        str_printf(&text, "#include <%s>\n", headers[i]);
    Source *source = source_add(front->sources, "<library>",
                                text.data == NULL ? "" : text.data, text.count);
    source->is_system = true;
    str_free(&text);
    return source;
}

// All of it, as one translation unit of headers only, as strict as a file.
static void read_prelude(Front *front, const char *const *headers) {
    Diags diags;
    Arena *arena = &front->library_arena;
    diag_init(&diags, arena, front->sources);
    pp_begin(front->pp, arena, &diags);
    scope_begin_library(front->scope, arena);
    const Source *source = prelude_source(front, headers);
    Program *program = compile(front, &(FrontFiles){&source, 1}, arena, &diags, true);
    front_take_library(front, program, &diags);
    pp_commit(front->pp);
    diag_deinit(&diags);
}

Front *front_new(Sources *sources, IncludeReader reader, const Library *library,
                 bool file_mode) {
    Front *front = mem_alloc(sizeof *front);
    bool is_indexed = library != NULL && library->entry_count > 0;
    front->names = intern_new();
    front->sources = sources;
    front->file_mode = file_mode;
    arena_init(&front->library_arena);
    if (is_indexed)
        library_open(front, library);
    lex_register_words(front->names);
    front->pp = pp_new(front->names, sources, reader);
    front->scope = scope_new();
    front->types = type_table_new();
    if (is_indexed)
        library_know_headers(front);
    else if (library != NULL)
        read_prelude(front, library->prelude);
    return front;
}

void front_destroy(Front **front) {
    if (*front == NULL)
        return;
    pp_destroy(&(*front)->pp);
    scope_destroy(&(*front)->scope);
    type_table_destroy(&(*front)->types);
    intern_destroy(&(*front)->names);
    library_close(*front);
    map_deinit(&(*front)->own_names);
    vec_free((*front)->library_code);
    vec_free((*front)->library_variables);
    arena_deinit(&(*front)->library_arena);
    mem_free(*front);
    *front = NULL;
}

void front_each_replaced(const Front *front,
                         void (*visit)(void *ctx, const Sym *now, const Sym *before),
                         void *ctx) {
    scope_each_replaced(front->scope, visit, ctx);
}

void front_each_name(const Front *front, void (*visit)(void *ctx, Sym *sym), void *ctx) {
    scope_each_global(front->scope, visit, ctx);
}

// The macros of the library come back as the text of their headers defined them.
void front_reset(Front *front) {
    scope_reset(front->scope);
    pp_reset(front->pp);
}
