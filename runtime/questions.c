// questions.c: what a host asks about names: completion, inspection, is this cell
// complete, %who. Each runs nothing and changes nothing. The answers of front/ask/query.c in
// cora.h's structures, with what the other rooms know of a name: its value, its source,
// the magics, the headers.
//
// Read next: front/ask/query.c, front/ask/complete.c.
#include "front/ask/complete.h"
#include "front/ask/query.h"
#include "session.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAGIC_NAMES = 64, VALUE_BYTES = 200, WHERE_BYTES = 256 };

static const char *const language_magics[] = {"time", "timeit", "clock"};

static QueryText query_text(const CoraPlace *place) {
    size_t offset = place->offset < place->size_bytes ? place->offset : place->size_bytes;
    return (QueryText){place->code, place->size_bytes, offset};
}

// ---------------------------------------------------------------- the session's size

CoraStats cora_stats(CoraSession *session) {
    vm_collect(session->vm);
    VmStats vm = vm_stats(session->vm);
    LoopStats loop = loop_stats(session->loop);
    return (CoraStats){.heap_bytes = vm.heap_bytes,
                       .heap_objects = vm.heap_objects,
                       .tasks = loop.tasks,
                       .timers = loop.timers,
                       .cells = session->cells.count};
}

// ---------------------------------------------------------------- completion

typedef struct Answers {
    CoraCompletions *out;
    size_t capacity;
} Answers;

static void add(Answers *answers, const char *text, const char *kind,
                const char *signature) {
    CoraCompletions *out = answers->out;
    if (out->count == answers->capacity) {
        answers->capacity = answers->capacity ? answers->capacity * 2 : 32;
        out->items = mem_resize(out->items, answers->capacity * sizeof *out->items);
    }
    out->items[out->count++] = (CoraCompletion){mem_strdup(text), kind,
                                                signature ? mem_strdup(signature) : NULL};
}

// "%ti": the magics, when the cursor stands in the first word of such a line.
static bool complete_magic(CoraSession *session, const QueryText *text,
                           Answers *answers) {
    size_t begin = text->offset;
    while (begin > 0 && text->code[begin - 1] != '\n' && text->code[begin - 1] != '%' &&
           text->code[begin - 1] != ' ') {
        begin--;
    }
    size_t line = begin;
    while (line > 0 && (text->code[line - 1] == '%' || text->code[line - 1] == ' ')) {
        line--;
    }
    if (begin == 0 || text->code[begin - 1] != '%' ||
        (line > 0 && text->code[line - 1] != '\n')) {
        return false;
    }
    const char *names[MAGIC_NAMES];
    const CoraMagicHost *host = &session->config.magic;
    size_t count = host->names ? host->names(host->ctx, names, MAGIC_NAMES) : 0;
    size_t size = text->offset - begin;
    for (const char *const *name = watch_magic_names(); *name; name++) {
        if (strncmp(*name, text->code + begin, size) == 0) {
            add(answers, *name, "magic", NULL);
        }
    }
    for (size_t i = 0; i < COUNT_OF(language_magics) + count; i++) {
        const char *name = i < COUNT_OF(language_magics)
                               ? language_magics[i]
                               : names[i - COUNT_OF(language_magics)];
        if (strncmp(name, text->code + begin, size) == 0) {
            add(answers, name, "magic", NULL);
        }
    }
    answers->out->begin = begin;
    answers->out->end = text->offset;
    return true;
}

// #include <st
static bool complete_header(const QueryText *text, Answers *answers) {
    size_t line = text->offset;
    while (line > 0 && text->code[line - 1] != '\n') {
        line--;
    }
    size_t begin = text->offset;
    while (begin > line && text->code[begin - 1] != '<' && text->code[begin - 1] != '"') {
        begin--;
    }
    static const char directive[] = "#include";
    if (begin == line || begin - line < sizeof directive ||
        strncmp(text->code + line, directive, sizeof directive - 1) != 0) {
        return false;
    }
    for (const char *const *name = lib_header_names(); *name; name++) {
        if (strncmp(*name, text->code + begin, text->offset - begin) == 0) {
            add(answers, *name, "header", NULL);
        }
    }
    answers->out->begin = begin;
    answers->out->end = text->offset;
    return true;
}

void cora_complete(CoraSession *session, const CoraPlace *place, CoraCompletions *out) {
    *out = (CoraCompletions){0};
    Answers answers = {out, 0};
    QueryText text = query_text(place);
    if (complete_magic(session, &text, &answers) || complete_header(&text, &answers)) {
        return;
    }
    Arena arena;
    QueryMatches matches = {0};
    arena_init(&arena);
    query_complete(session->front, &arena, &text, &matches);
    for (uint32_t i = 0; i < matches.list.count; i++) {
        add(&answers, matches.list.data[i].text, matches.list.data[i].kind,
            matches.list.data[i].signature);
    }
    out->begin = matches.begin;
    out->end = matches.end;
    vec_free(matches.list);
    arena_deinit(&arena);
}

void cora_completions_deinit(CoraCompletions *list) {
    for (size_t i = 0; i < list->count; i++) {
        mem_free(list->items[i].text);
        mem_free(list->items[i].signature);
    }
    mem_free(list->items);
    *list = (CoraCompletions){0};
}

// ---------------------------------------------------------------- inspection

// The text of the value of a session variable, or NULL.
static char *value_text(CoraSession *session, const Sym *sym) {
    if (!sym || sym->kind != SYM_VAR) {
        return NULL;
    }
    Ptr place = session_link_library(session) ? vm_global(session->vm, sym->id) : 0;
    if (!place || !sym->type->is_complete) {
        return NULL;
    }
    const Layout *layout = code_layout(&session->code, sym->type);
    Value value = {.p = place};
    if (layout->kind != LAY_ARRAY && layout->kind != LAY_STRUCT &&
        layout->kind != LAY_UNION &&
        !lib_load_value(session->vm, layout, place, &value)) {
        return NULL;
    }
    return lib_format_value(session->vm, layout, value);
}

// The learner's text of a function or variable definition; NULL for the library's.
static char *source_text(CoraSession *session, const QueryInfo *info) {
    Span span = info->where;
    if (info->sym && info->sym->kind == SYM_FUNC && !info->sym->is_library) {
        const Fn *function = vm_fn(session->vm, info->sym->id);
        span = function ? function->proto->span : span;
    }
    const Source *source = source_get(&session->sources, span.source);
    if (!source || source->is_system || span.end <= span.begin) {
        return NULL;
    }
    return mem_strndup(source->text + span.begin, span.end - span.begin);
}

// Markdown shows types and code as code, and prose as prose.
static void render(CoraSession *session, const QueryInfo *info, int detail,
                   CoraInspection *out) {
    char where[WHERE_BYTES] = "";
    Str plain = {0};
    Str markdown = {0};
    source_where(&session->sources, info->where, where, sizeof where);
    str_printf(&plain, "%s\n", info->declaration);
    str_printf(&markdown, "```c\n%s\n```\n", info->declaration);
    if (info->doc) {
        str_printf(&plain, "\n%s\n", info->doc);
        str_printf(&markdown, "\n%s\n", info->doc);
    }
    char *value = value_text(session, info->sym);
    if (value) {
        str_printf(&plain, "\nvalue: %s\n", value);
        str_printf(&markdown, "\nvalue: `%s`\n", value);
    }
    mem_free(value);
    const char *kind = info->kind;
    str_printf(&plain, "\n%s%s%s", kind,
               where[0] ? ", defined at " : ", a word of the language", where);
    str_printf(&markdown, "\n*%s%s%s*", kind,
               where[0] ? ", defined at " : ", a word of the language", where);
    char *source = detail > 0 ? source_text(session, info) : NULL;
    if (source) {
        str_printf(&plain, "\n\n%s", source);
        str_printf(&markdown, "\n\n```c\n%s\n```", source);
    }
    mem_free(source);
    out->plain = str_take(&plain);
    out->markdown = str_take(&markdown);
}

void cora_inspect(CoraSession *session, const CoraPlace *place, int detail,
                  CoraInspection *out) {
    *out = (CoraInspection){0};
    QueryText text = query_text(place);
    QueryInfo info;
    Arena arena;
    arena_init(&arena);
    out->found = query_inspect(session->front, &arena, &text, &info);
    if (out->found) {
        render(session, &info, detail, out);
    }
    arena_deinit(&arena);
}

void cora_inspection_deinit(CoraInspection *inspection) {
    mem_free(inspection->plain);
    mem_free(inspection->markdown);
    *inspection = (CoraInspection){0};
}

// ---------------------------------------------------------------- is this a whole cell?

CoraCompleteness cora_is_complete(const char *code, size_t size_bytes,
                                  unsigned *indent_spaces) {
    switch (complete_check(code, size_bytes, indent_spaces)) {
    case COMPLETE_YES:
        return CORA_COMPLETE;
    case COMPLETE_NO:
        return CORA_INCOMPLETE;
    default:
        return CORA_INVALID;
    }
}

// ---------------------------------------------------------------- %who

typedef struct Visiting {
    CoraSession *session;
    void (*visit)(void *ctx, const CoraName *name);
    void *ctx;
} Visiting;

static void visit_name(void *ctx, const QueryInfo *info) {
    Visiting *visiting = ctx;
    char where[WHERE_BYTES] = "";
    Arena arena;
    arena_init(&arena);
    source_where(&visiting->session->sources, info->where, where, sizeof where);
    char *value = value_text(visiting->session, info->sym);
    if (value && strlen(value) > VALUE_BYTES) {
        strcpy(value + VALUE_BYTES - 3, "...");
    }
    const char *type =
        info->sym ? type_print(&arena, info->sym->type) : info->declaration;
    CoraName name = {info->name, info->kind, type, where, value};
    visiting->visit(visiting->ctx, &name);
    mem_free(value);
    arena_deinit(&arena);
}

void cora_names(CoraSession *session, void (*visit)(void *ctx, const CoraName *name),
                void *ctx) {
    Visiting visiting = {session, visit, ctx};
    Arena arena;
    arena_init(&arena);
    query_names(session->front, &arena, visit_name, &visiting);
    arena_deinit(&arena);
}
