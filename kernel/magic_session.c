// magic_session.c: the magics about the session: who, whos, reset, history, load,
// %%time and %%timeit. See magic.h.
#include "sink.h"

#include <errno.h>
#include <stdlib.h>

// ---------------------------------------------------------------- names

typedef struct NameList {
    Buf text;
    const char *kind; // only names of this kind; "": all
    bool with_details;
    size_t column; // where the next name of %who begins
} NameList;

enum { WHO_COLUMN_CHARS = 16, WHO_LINE_CHARS = 80 };

// One name: a cell of %who's table, or a line of %whos.
static void visit_name(void *ctx, const CoraName *name) {
    NameList *list = ctx;
    if (list->kind[0] && strcmp(list->kind, name->kind) != 0) {
        return;
    }
    if (list->with_details) {
        buf_printf(&list->text, "%-16s %-9s %-24s %-10s %s\n", name->name, name->kind,
                   name->type ? name->type : "", name->where ? name->where : "",
                   name->value ? name->value : "");
        return;
    }
    size_t size = strlen(name->name) + 1;
    size = (size + WHO_COLUMN_CHARS - 1) / WHO_COLUMN_CHARS * WHO_COLUMN_CHARS;
    if (list->column + size > WHO_LINE_CHARS && list->column > 0) {
        buf_add_char(&list->text, '\n');
        list->column = 0;
    }
    buf_printf(&list->text, "%-*s", (int)size, name->name);
    list->column += size;
}

// %who and %whos: the names of one kind, or all.
static char *show_names(Kernel *kernel, CoraCellId cell, const char *args, bool details) {
    static const char *const kinds[] = {"", "variable", "function", "type", "macro"};
    bool known = false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        known |= strcmp(args, kinds[i]) == 0;
    }
    if (!known) {
        return magic_error(
            "`%.40s` is no kind of name: variable, function, type or macro", args);
    }
    NameList list = {.kind = args, .with_details = details};
    if (details) {
        buf_printf(&list.text, "%-16s %-9s %-24s %-10s %s\n", "Name", "Kind", "Type",
                   "Where", "Value");
    }
    size_t header = list.text.size;
    cora_names(kernel->session, visit_name, &list);
    if (list.text.size == header) {
        list.text.size = 0;
        buf_add_text(&list.text, "The session has no names yet.");
        list.column = 1;
    }
    if (!details || list.column == 1) {
        buf_add_char(&list.text, '\n');
    }
    magic_print(kernel, cell, buf_bytes(&list.text));
    buf_deinit(&list.text);
    return NULL;
}

char *magic_who(Kernel *kernel, CoraCellId cell, const char *args) {
    return show_names(kernel, cell, args, false);
}

char *magic_whos(Kernel *kernel, CoraCellId cell, const char *args) {
    return show_names(kernel, cell, args, true);
}

char *magic_reset(Kernel *kernel, CoraCellId cell, const char *args) {
    if (args[0] && strcmp(args, "-f") != 0) {
        return magic_error("%%reset takes no arguments");
    }
    kernel->magic.reset_after = cell;
    return NULL;
}

// ---------------------------------------------------------------- history and files

char *magic_history(Kernel *kernel, CoraCellId cell, const char *args) {
    bool numbered = strncmp(args, "-n", 2) == 0;
    args += numbered ? 2 : 0;
    args += strspn(args, " \t");
    char *end;
    errno = 0;
    long n = args[0] ? strtol(args, &end, 10) : -1;
    if (args[0] && (*end || n < 0 || errno)) {
        return magic_error("%%history takes -n and a count, not '%.40s'", args);
    }
    Buf text = {0};
    history_list(&kernel->history, n, numbered, &text);
    magic_print(kernel, cell, buf_bytes(&text));
    buf_deinit(&text);
    return NULL;
}

char *magic_load(Kernel *kernel, CoraCellId cell, const char *args) {
    if (!args[0]) {
        return magic_error("%%load needs the name of a file");
    }
    Buf text = {0};
    if (!magic_read_file(args, &text)) {
        buf_deinit(&text);
        return magic_error("%s: %s", args, strerror(errno));
    }
    JsonOut out = {0};
    out_open(&out, '{');
    out_key(&out, "source");
    out_text(&out, "set_next_input");
    out_key(&out, "text");
    out_string(&out, buf_bytes(&text));
    out_key(&out, "replace");
    out_bool(&out, true);
    out_close(&out, '}');
    sink_emit_payload(kernel, cell, buf_bytes(&out.buf));
    out_deinit(&out);
    buf_deinit(&text);
    return NULL;
}

// ---------------------------------------------------------------- %%time, %%timeit

void magic_cell_time(Kernel *kernel, const CoraCell *cell, const char *args, Bytes body) {
    if (args[0]) {
        sink_emit_done(
            kernel, cell->id, "MagicError",
            "%%time times the lines below it; to time one statement use %time");
        return;
    }
    // The magic's line becomes blanks, so that lines and offsets keep their places.
    char *code = bytes_copy((Bytes){cell->code, cell->size_bytes});
    size_t head = cell->size_bytes - body.size;
    for (size_t i = 0; i < head; i++) {
        code[i] = code[i] == '\n' ? '\n' : ' ';
    }
    CoraCell timed = *cell;
    timed.code = code;
    timed.timed = true;
    cora_cell_start(kernel->session, &timed);
    free(code);
}

// A line of the language: the runtime meets it before the cell's first statement.
void magic_cell_schedule(Kernel *kernel, const CoraCell *cell, const char *args,
                         Bytes body) {
    (void)args;
    (void)body;
    cora_cell_start(kernel->session, cell);
}

// "-n 10 -r3": the letters and numbers that a %timeit takes, in any order.
static bool is_timeit_options(const char *args) {
    while (*args != '\0') {
        args += strspn(args, " \t");
        bool is_option = args[0] == '-' && (args[1] == 'n' || args[1] == 'r');
        size_t space = is_option ? strspn(args + 2, " \t") : 0;
        size_t digits = is_option ? strspn(args + 2 + space, "0123456789") : 0;
        if (digits == 0)
            return *args == '\0';
        args += 2 + space + digits;
    }
    return true;
}

// The rest of the cell becomes the block of a %timeit: the first line opens it, so that
// the lines below keep their numbers.
void magic_cell_timeit(Kernel *kernel, const CoraCell *cell, const char *args,
                       Bytes body) {
    if (args[0] && args[0] != '-') {
        sink_emit_done(kernel, cell->id, "MagicError",
                       "%%timeit times the lines below it; to time one statement use "
                       "%timeit");
        return;
    }
    if (!is_timeit_options(args)) {
        sink_emit_done(kernel, cell->id, "MagicError",
                       "%%timeit takes `-n LOOPS`, how often each run goes through the "
                       "cell, and `-r RUNS`");
        return;
    }
    Buf code = {0};
    for (const char *at = cell->code; at < body.data && *at != '%'; at++) {
        buf_add_char(&code, *at); // blank lines above the magic
    }
    buf_printf(&code, "%%timeit %s {\n", args);
    buf_add(&code, body);
    buf_add_text(&code, "\n}");
    CoraCell timed = *cell;
    timed.code = code.data;
    timed.size_bytes = code.size;
    cora_cell_start(kernel->session, &timed);
    buf_deinit(&code);
}
