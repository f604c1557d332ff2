// magic.c: see magic.h. Finds the magic that a line means; the work is elsewhere.
#include "magic.h"

#include "sink.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { NAME_CHARS_MAX = 63, HINT_DISTANCE_MAX = 2 };

typedef struct LineRow {
    const char *name;
    MagicLine *run; // NULL: the runtime's own
    const char *usage;
    const char *help;
} LineRow;

typedef struct CellRow {
    const char *name;
    MagicCell *run;
    const char *usage;
    const char *help;
} CellRow;

#define CELL(name, run, usage, help)
#define LINE(name, run, usage, help) {#name, run, usage, help},
#define RUNTIME(name, usage, help)   {#name, NULL, usage, help},
static const LineRow line_rows[] = {
#include "magic.def"
};
#undef LINE
#undef RUNTIME
#undef CELL
#define LINE(name, run, usage, help)
#define RUNTIME(name, usage, help)
#define CELL(name, run, usage, help) {#name, run, usage, help},
static const CellRow cell_rows[] = {
#include "magic.def"
};
#undef LINE
#undef RUNTIME
#undef CELL

enum {
    LINE_COUNT = sizeof line_rows / sizeof *line_rows,
    CELL_COUNT = sizeof cell_rows / sizeof *cell_rows
};

char *magic_error(const char *format, ...) {
    va_list args;
    va_start(args, format);
    char *text = NULL;
    int n = vasprintf(&text, format, args);
    va_end(args);
    return n < 0 ? bytes_copy(bytes_of("out of memory")) : text;
}

void magic_print(Kernel *kernel, CoraCellId cell, Bytes text) {
    cora_print(kernel->session, cell, 1, text.data, text.size);
}

bool magic_read_file(const char *path, Buf *out) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        return false;
    }
    char block[16384];
    size_t n;
    while (out->size <= MAGIC_FILE_BYTES_MAX &&
           (n = fread(block, 1, sizeof block, file)) > 0) {
        buf_add(out, (Bytes){block, n});
    }
    bool failed = ferror(file) != 0;
    int reason = failed ? errno : 0;
    fclose(file);
    if (!failed && out->size > MAGIC_FILE_BYTES_MAX) {
        failed = true;
        reason = EFBIG;
    }
    errno = reason;
    return !failed;
}

// ---------------------------------------------------------------- hints

// Levenshtein's distance of two short names.
static size_t distance(const char *a, const char *b) {
    size_t row[NAME_CHARS_MAX + 2];
    size_t n = strlen(b);
    assert(n <= NAME_CHARS_MAX);
    for (size_t j = 0; j <= n; j++) {
        row[j] = j;
    }
    for (size_t i = 1; a[i - 1]; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t up = row[j];
            size_t best = diagonal + (a[i - 1] != b[j - 1]);
            best = up + 1 < best ? up + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            row[j] = best;
            diagonal = up;
        }
    }
    return row[n];
}

// The cell magic that is meant, as far as one can tell; NULL: none is near.
static const char *nearest_cell_magic(const char *name) {
    const char *best = NULL;
    size_t least = HINT_DISTANCE_MAX + 1;
    for (size_t i = 0; i < CELL_COUNT; i++) {
        size_t d = distance(name, cell_rows[i].name);
        if (d < least) {
            least = d;
            best = cell_rows[i].name;
        }
    }
    return best;
}

// ---------------------------------------------------------------- line magics

// The row of a line magic, or NULL.
static const LineRow *find_line(const char *name) {
    for (size_t i = 0; i < LINE_COUNT; i++) {
        if (strcmp(line_rows[i].name, name) == 0) {
            return &line_rows[i];
        }
    }
    return NULL;
}

// The same for line magics.
static const char *nearest_line_magic(const char *name) {
    const char *best = NULL;
    size_t least = HINT_DISTANCE_MAX + 1;
    for (size_t i = 0; i < LINE_COUNT; i++) {
        size_t d = distance(name, line_rows[i].name);
        if (d < least) {
            least = d;
            best = line_rows[i].name;
        }
    }
    return best;
}

// CoraMagicHost.run: the runtime has met a line that begins with % or !.
static char *run_line(void *ctx, CoraCellId cell, const char *name, const char *args) {
    Kernel *kernel = ctx;
    while (isblank((unsigned char)*args)) {
        args++;
    }
    if (strcmp(name, "!") == 0) {
        return magic_shell(kernel, cell, args);
    }
    const LineRow *row = find_line(name);
    if (row && row->run) {
        return row->run(kernel, cell, args);
    }
    for (size_t i = 0; i < CELL_COUNT; i++) {
        if (strcmp(cell_rows[i].name, name) == 0) {
            return magic_error("%%%s stands on the first line of a cell: %%%%%s", name,
                               name);
        }
    }
    const char *hint = strlen(name) <= NAME_CHARS_MAX ? nearest_line_magic(name) : NULL;
    return hint ? magic_error("unknown magic `%%%s`; did you mean `%%%s`?", name, hint)
                : magic_error("unknown magic `%%%.63s`; %%lsmagic lists them", name);
}

// CoraMagicHost.names, for completion. The runtime knows its own.
static size_t list_names(void *ctx, const char **names, size_t max) {
    (void)ctx;
    size_t count = 0;
    for (size_t i = 0; i < LINE_COUNT && count < max; i++) {
        if (line_rows[i].run) {
            names[count++] = line_rows[i].name;
        }
    }
    for (size_t i = 0; i < CELL_COUNT && count < max; i++) {
        if (!find_line(cell_rows[i].name)) {
            names[count++] = cell_rows[i].name;
        }
    }
    return count;
}

CoraMagicHost magic_host(Kernel *kernel) {
    return (CoraMagicHost){kernel, run_line, list_names};
}

char *magic_lsmagic(Kernel *kernel, CoraCellId cell, const char *args) {
    (void)args;
    Buf text = {0};
    buf_add_text(&text, "Line magics:\n");
    for (size_t i = 0; i < LINE_COUNT; i++) {
        buf_printf(&text, "  %-29s %s\n", line_rows[i].usage, line_rows[i].help);
    }
    buf_printf(&text, "  %-29s %s\n\nCell magics:\n", "!COMMAND",
               "run a command of the shell");
    for (size_t i = 0; i < CELL_COUNT; i++) {
        buf_printf(&text, "  %-29s %s\n", cell_rows[i].usage, cell_rows[i].help);
    }
    magic_print(kernel, cell, buf_bytes(&text));
    buf_deinit(&text);
    return NULL;
}

// ---------------------------------------------------------------- cell magics

// The first line with something on it: its bytes without the newline.
static Bytes first_line(Bytes code) {
    size_t i = 0;
    size_t start = 0;
    while (i < code.size && isspace((unsigned char)code.data[i])) {
        start = code.data[i] == '\n' ? i + 1 : start;
        i++;
    }
    size_t end = i;
    while (end < code.size && code.data[end] != '\n') {
        end++;
    }
    return (Bytes){code.data + start, end - start};
}

// Without white space at both ends.
static Bytes trim(Bytes text) {
    while (text.size > 0 && isspace((unsigned char)text.data[0])) {
        text = (Bytes){text.data + 1, text.size - 1};
    }
    while (text.size > 0 && isspace((unsigned char)text.data[text.size - 1])) {
        text.size--;
    }
    return text;
}

// Ends the cell with an error that says what was probably meant.
static void unknown_cell_magic(Kernel *kernel, CoraCellId cell, const char *name) {
    const char *hint = nearest_cell_magic(name);
    char *evalue;
    if (find_line(name)) {
        evalue = magic_error("`%s` is a magic of one line: %%%s", name, name);
    } else if (hint) {
        evalue = magic_error("unknown cell magic `%%%%%s`; did you mean `%%%%%s`?", name,
                             hint);
    } else {
        evalue = magic_error("unknown cell magic `%%%%%s`; %%lsmagic lists them", name);
    }
    sink_emit_done(kernel, cell, "MagicError", evalue);
    free(evalue);
}

// Runs the cell magic whose line this is.
static void start_cell_magic(Kernel *kernel, const CoraCell *cell, Bytes line) {
    Bytes rest = trim(line);
    rest = (Bytes){rest.data + 2, rest.size - 2};
    char name[NAME_CHARS_MAX + 1] = "";
    size_t n = 0;
    while (n < rest.size && n < NAME_CHARS_MAX && !isspace((unsigned char)rest.data[n])) {
        name[n] = rest.data[n];
        n++;
    }
    char *args = bytes_copy(trim((Bytes){rest.data + n, rest.size - n}));
    const char *end = cell->code + cell->size_bytes;
    const char *body = line.data + line.size;
    body += body < end ? 1 : 0; // over the newline
    const CellRow *row = NULL;
    for (size_t i = 0; i < CELL_COUNT && !row; i++) {
        row = strcmp(cell_rows[i].name, name) == 0 ? &cell_rows[i] : NULL;
    }
    if (row) {
        row->run(kernel, cell, args, (Bytes){body, (size_t)(end - body)});
    } else {
        unknown_cell_magic(kernel, cell->id, name);
    }
    free(args);
}

// ---------------------------------------------------------------- help

// The name that a cell asks about, when it is nothing but "name?", "name??" or "?name".
static bool help_name(Bytes code, Bytes *name, int *detail) {
    Bytes text = trim(code);
    size_t marks = 0;
    while (text.size > 0 && text.data[text.size - 1] == '?') {
        text.size--;
        marks++;
    }
    if (marks == 0 && text.size > 0 && text.data[0] == '?') {
        marks = text.size > 1 && text.data[1] == '?' ? 2 : 1;
        text = (Bytes){text.data + marks, text.size - marks};
    }
    if (marks == 0 || marks > 2) {
        return false;
    }
    text = trim(text);
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (!isalnum(c) && c < 0x80 && !strchr("_.->%!", c)) {
            return false;
        }
    }
    *name = text;
    *detail = marks == 2;
    return text.size > 0;
}

// A page: {"source": "page", "data": {...}, "start": 0}.
static void emit_page(Kernel *kernel, CoraCellId cell, const char *plain,
                      const char *markdown) {
    JsonOut out = {0};
    out_open(&out, '{');
    out_key(&out, "source");
    out_text(&out, "page");
    out_key(&out, "data");
    out_open(&out, '{');
    out_key(&out, "text/plain");
    out_text(&out, plain);
    if (markdown) {
        out_key(&out, "text/markdown");
        out_text(&out, markdown);
    }
    out_close(&out, '}');
    out_key(&out, "start");
    out_int(&out, 0);
    out_close(&out, '}');
    sink_emit_payload(kernel, cell, buf_bytes(&out.buf));
    out_deinit(&out);
}

// Help about a magic; false when the name is none.
static bool page_of_magic(Kernel *kernel, CoraCellId cell, const char *name) {
    Buf text = {0};
    const char *bare = name + strspn(name, "%");
    const LineRow *line = name[0] == '%' && name[1] != '%' ? find_line(bare) : NULL;
    if (line) {
        buf_printf(&text, "%s\n    %s\n", line->usage, line->help);
    }
    for (size_t i = 0; i < CELL_COUNT && strncmp(name, "%%", 2) == 0; i++) {
        if (strcmp(cell_rows[i].name, bare) == 0) {
            buf_printf(&text, "%s\n    %s\n", cell_rows[i].usage, cell_rows[i].help);
        }
    }
    bool found = text.size > 0;
    char *plain = buf_take_text(&text);
    if (found) {
        emit_page(kernel, cell, plain, NULL);
    }
    free(plain);
    return found;
}

// The page of a name, or a line that says it is not known. Either way the cell went well.
static void show_help(Kernel *kernel, const CoraCell *cell, Bytes name, int detail) {
    char *text = bytes_copy(name);
    CoraInspection found = {0};
    bool is_magic = page_of_magic(kernel, cell->id, text);
    if (!is_magic) {
        CoraPlace place = {text, name.size, name.size};
        cora_inspect(kernel->session, &place, detail, &found);
    }
    if (found.found && found.plain) {
        emit_page(kernel, cell->id, found.plain, found.markdown);
    } else if (!is_magic) {
        Buf line = {0};
        buf_printf(&line, "`%s` is not known here.\n", text);
        magic_print(kernel, cell->id, buf_bytes(&line));
        buf_deinit(&line);
    }
    cora_inspection_deinit(&found);
    free(text);
    sink_emit_done(kernel, cell->id, NULL, NULL);
}

// ---------------------------------------------------------------- cells

// Does this line call a cell magic?
static bool is_cell_magic(Bytes line) {
    Bytes text = trim(line);
    return text.size >= 2 && text.data[0] == '%' && text.data[1] == '%';
}

void magic_start_cell(Kernel *kernel, const CoraCell *cell) {
    Bytes code = {cell->code, cell->size_bytes};
    Bytes line = first_line(code);
    Bytes name;
    int detail;
    if (help_name(code, &name, &detail)) {
        show_help(kernel, cell, name, detail);
    } else if (is_cell_magic(line)) {
        start_cell_magic(kernel, cell, line);
    } else if (bytes_equal(trim(code), bytes_of("exit"))) {
        // The way out of a console. As an expression, a library function's bare name.
        sink_emit_payload(kernel, cell->id,
                          bytes_of("{\"source\":\"ask_exit\",\"keepkernel\":false}"));
        sink_emit_done(kernel, cell->id, NULL, NULL);
    } else {
        cora_cell_start(kernel->session, cell);
    }
}

// %reset, when the cell that asked for it has ended.
static void run_reset(Kernel *kernel, Job *job) {
    cora_reset(kernel->session);
    free(job);
}

void magic_cell_done(Kernel *kernel, CoraCellId cell) {
    // Not from within the event: the session is busy ending the cell. The next cell comes
    // through the same queue, behind this.
    if (kernel->magic.reset_after == cell) {
        kernel->magic.reset_after = 0;
        Job *job = bytes_alloc(sizeof *job);
        job->run = run_reset;
        kernel_post(kernel, job);
    }
}

CoraCompleteness magic_is_complete(Bytes code, unsigned *indent_spaces) {
    Bytes name;
    int detail;
    *indent_spaces = 0;
    if (help_name(code, &name, &detail)) {
        return CORA_COMPLETE;
    }
    if (is_cell_magic(first_line(code))) {
        // A cell magic takes lines until an empty one, as in IPython.
        bool ends = code.size > 1 && code.data[code.size - 1] == '\n' &&
                    code.data[code.size - 2] == '\n';
        return ends ? CORA_COMPLETE : CORA_INCOMPLETE;
    }
    return cora_is_complete(code.data, code.size, indent_spaces);
}

void magic_deinit(Magic *magic) {
    free(magic->previous_dir);
    *magic = (Magic){0};
}
