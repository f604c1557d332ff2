// pp_include.c: #include, #line, and the stack of files.
//
// What enters are the directives, what leaves are PpFiles on the stack, from which pp.c
// reads. A header's text comes from the IncludeReader and becomes a Source; one that was
// read before with the same text is not added again.
//
// Headers protect themselves from being read twice, by a macro around the whole file or
// by #pragma once. Both hold over cells, as the declarations do. But a learner edits
// "list.h" and includes it again: so when the text behind a name has changed, it is read
// anew, and its guard is undefined.
#include "front/text/pp_private.h"

#include "base/limits.h"

#include <assert.h>
#include <string.h>

// A header as the reader found it.
typedef struct Found {
    Name *key; // "<stdio.h>" or the path in quotes
    IncludeText text;
} Found;

// ---------------------------------------------------------------- the stack of files

// Files live in the cell's arena: Lexers must not move while the stack grows.
void pp_enter_file(Pp *pp, const Source *source, const char *file_name,
                   bool allow_magics) {
    PpFile *file = arena_new(pp->cell_arena, PpFile);
    lex_init(&file->lexer, source, pp->names, pp->cell_arena, pp->diags);
    file->lexer.allow_magics = allow_magics;
    file->source = source;
    file->file_name = file_name;
    file->cond_base = pp->conds.count;
    vec_push(pp->files, file);
}

// A guard is known only now: nothing may stand behind its #endif.
void pp_leave_file(Pp *pp) {
    PpFile *file = vec_last(pp->files);
    pp_cond_leave_file(pp, file);
    if (file->guard == GUARD_AFTER && file->header)
        pp->headers.data[file->header - 1].guard = file->guard_name;
    pp->files.count--;
}

// ---------------------------------------------------------------- finding

// The directory part of a path: 4 of "sub/list.h", 0 of "list.h".
static size_t directory_bytes(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

// One file has one name, however it is reached, or #pragma once would not know it again:
// "sub/../list.h" and "./list.h" become "list.h", in place.
static void tidy_path(char *path) {
    char *out = path, *last = NULL; // last: where the part behind `out` begins, or NULL
    for (const char *in = path; *in;) {
        size_t part = strcspn(in, "/");
        bool more = in[part] == '/';
        bool is_up = part == 2 && memcmp(in, "..", 2) == 0;
        if (is_up && more && last) {
            out = last;
            last = NULL;
        } else if (!(part == 1 && *in == '.' && more)) {
            last = is_up || part == 0 ? NULL : out;
            memmove(out, in, part + more);
            out += part + more;
        }
        in += part + more;
    }
    *out = '\0';
}

// Asks the reader once, and names what it found: <name> or the path in quotes.
static bool read_header(Pp *pp, const char *name, bool angled, Found *found) {
    found->text = (IncludeText){0};
    if (!pp->reader.read || !pp->reader.read(pp->reader.ctx, name, angled, &found->text))
        return false;
    char *key = angled ? mem_printf("<%s>", name) : mem_strdup(name);
    if (!angled)
        tidy_path(key);
    found->key = intern_cstr(pp->names, key);
    mem_free(key);
    return true;
}

// C17 6.10.2p2-3: a quoted name is looked for beside the file it stands in, then where
// the reader looks, then as if it stood in angle brackets.
static bool find_header(Pp *pp, const char *name, bool angled, Found *found) {
    if (!angled) {
        const PpFile *file = pp_file(pp);
        const char *folder = file->header ? file->source->name : file->source->folder;
        size_t directory = folder ? directory_bytes(folder) : 0;
        if (directory && name[0] != '/') {
            char *path = mem_printf("%.*s%s", (int)directory, folder, name);
            bool good = read_header(pp, path, false, found);
            mem_free(path);
            if (good)
                return true;
        }
        if (read_header(pp, name, false, found))
            return true;
    }
    return read_header(pp, name, true, found);
}

// Reads the header and throws it away: __has_include is rare.
bool pp_has_include(Pp *pp, const char *name, bool angled) {
    Found found;
    if (!find_header(pp, name, angled, &found))
        return false;
    mem_free(found.text.text);
    return true;
}

// ---------------------------------------------------------------- not found

// Headers that other systems or languages have, with what to use here.
static const struct {
    const char *name, *hint;
} foreign_headers[] = {
    {"pthread.h", "there are no threads here; use tasks: `spawn f()` and `await`"},
    {"semaphore.h", "there are no threads here; tasks have `semaphore s = "
                    "new_semaphore(1);` and `await acquire(s)`"},
    {"sched.h", "there are no threads here; use tasks: `spawn f()` and `await`"},
    {"sys/socket.h", "`await tcp_connect(host, port)` and `tcp_listen(port)` make "
                     "connections, without a header"},
    {"netinet/in.h", "`await tcp_connect(host, port)` and `tcp_listen(port)` make "
                     "connections, without a header"},
    {"arpa/inet.h", "`await resolve(host)` finds an address, and `htobe32` of "
                    "`<endian.h>` puts bytes in the order of networks"},
    {"netdb.h", "`await resolve(host)` finds an address, without a header"},
    {"sys/select.h", "`wait_any` waits for the first of several tasks"},
    {"poll.h", "`wait_any` waits for the first of several tasks"},
    {"sys/mman.h", "`malloc` gives memory, and `fread` brings a file into it"},
    {"sys/resource.h",
     "`clock()` of `<time.h>` tells how much time the program has used"},
    {"dirent.h", "folders are not read here; `popen(\"ls\", \"r\")` gives the names"},
    {"libgen.h", "`strrchr(path, '/')` finds where the last part of a path begins"},
    {"termios.h",
     "there is no terminal here; `getchar()` reads what was sent with Enter"},
    {"curses.h", "there is no terminal here; `printf` prints below the cell"},
    {"ncurses.h", "there is no terminal here; `printf` prints below the cell"},
    {"dlfcn.h",
     "there are no libraries to load; put the program's other files behind the "
     "first, or in cells"},
    {"regex.h", "there are no regular expressions; `strstr`, `strspn` and `sscanf` take "
                "a text apart"},
    {"iostream", "this is a header of C++; in C use `<stdio.h>` and `printf`"},
    {"string", "this is a header of C++; in C use `<string.h>`"},
    {"vector", "this is a header of C++; in C use arrays or `malloc`"},
    {"cstdio", "this is a header of C++; in C it is `<stdio.h>`"},
    {"cstdlib", "this is a header of C++; in C it is `<stdlib.h>`"},
    {"cstring", "this is a header of C++; in C it is `<string.h>`"},
    {"cmath", "this is a header of C++; in C it is `<math.h>`"},
    {"bits/stdc++.h",
     "this is a header of C++; in C include `<stdio.h>` and what else you use"},
    {"conio.h", "this is a header of DOS; use `getchar()` from `<stdio.h>`"},
    {"windows.h", "this is a header of Windows, which is not available here"},
    {"graphics.h",
     "this is a header of old compilers; `plot` and `display_svg` draw here"},
};

static const char *const standard_headers[] = {
    "assert.h",   "ctype.h",  "errno.h",     "fenv.h",   "float.h",       "inttypes.h",
    "iso646.h",   "limits.h", "locale.h",    "math.h",   "setjmp.h",      "signal.h",
    "stdalign.h", "stdarg.h", "stdatomic.h", "stdbit.h", "stdbool.h",     "stdckdint.h",
    "stddef.h",   "stdint.h", "stdio.h",     "stdlib.h", "stdnoreturn.h", "string.h",
    "time.h",     "uchar.h",  "unistd.h",    "fcntl.h",  "sys/types.h",   "sys/stat.h",
    "strings.h",  "alloca.h",
};

// In order of certainty: a header known from elsewhere, a file of that name with the
// wrong quotes, a name nearby that exists.
static void report_missing(Pp *pp, Span span, const char *name, bool angled) {
    char open = angled ? '<' : '"', close = angled ? '>' : '"';
    Diag *diag = diag_add(pp->diags, DIAG_INCLUDE_NOT_FOUND, span, open, name, close);
    for (size_t i = 0; i < COUNT_OF(foreign_headers); i++)
        if (strcmp(foreign_headers[i].name, name) == 0) {
            diag_note(pp->diags, diag, (Span){0}, "%s", foreign_headers[i].hint);
            return;
        }
    Found found;
    if (angled && read_header(pp, name, false, &found)) {
        mem_free(found.text.text);
        char *fix = mem_printf("\"%s\"", name);
        diag_fix(pp->diags, diag, span, fix,
                 "a file of your own stands in quotes: `#include %s`", fix);
        mem_free(fix);
        return;
    }
    Nearest nearest;
    nearest_init(&nearest, name);
    for (size_t i = 0; i < COUNT_OF(standard_headers); i++)
        nearest_offer(&nearest, standard_headers[i]);
    for (uint32_t i = 0; i < pp->headers.count; i++)
        if (pp->headers.data[i].key->text[0] != '<')
            nearest_offer(&nearest, pp->headers.data[i].key->text);
    const char *best = nearest_get(&nearest);
    if (best && pp_has_include(pp, best, false)) {
        bool own = read_header(pp, best, false, &found);
        if (own)
            mem_free(found.text.text);
        own = own && !found.text.is_system;
        char *fix = mem_printf(own ? "\"%s\"" : "<%s>", best);
        diag_fix(pp->diags, diag, span, fix, "did you mean `#include %s`?", fix);
        mem_free(fix);
    } else if (!angled) {
        diag_note(pp->diags, diag, (Span){0},
                  "it is looked for beside the notebook or the file");
    }
}

// ---------------------------------------------------------------- including

// The record of a header, made when it is new; *same: it was read before with this very
// text.
static uint32_t header_record(Pp *pp, const Found *found, bool *same) {
    *same = false;
    uint32_t index = pp->headers.count; // the newest record of the name counts
    while (index > 0 && pp->headers.data[index - 1].key != found->key)
        index--;
    if (index-- == 0) {
        Header header = {.key = found->key};
        vec_push(pp->headers, header);
        return pp->headers.count - 1;
    }
    const Source *before = source_get(pp->sources, pp->headers.data[index].source);
    *same = before && before->size_bytes == found->text.size_bytes &&
            memcmp(before->text, found->text.text, found->text.size_bytes) == 0;
    return index;
}

void pp_know_header(Pp *pp, const Source *source, const char *guard) {
    Header header = {.key = intern_cstr(pp->names, source->name),
                     .source = source->id,
                     .guard = guard ? intern_cstr(pp->names, guard) : NULL};
    vec_push(pp->headers, header);
}

// The record to use for a header whose text has changed: the old one's guard is out of
// force.
static uint32_t renew_record(Pp *pp, uint32_t index) {
    Header header = pp->headers.data[index];
    if (header.guard && header.guard->macro)
        pp_set_macro(pp, header.guard, NULL);
    if (index >= pp->headers_begin) { // made in this cell: may be changed in place
        pp->headers.data[index] = (Header){.key = header.key};
        return index;
    }
    // An older cell's record must survive if this cell fails: a newer one hides it.
    Header renewed = {.key = header.key};
    vec_push(pp->headers, renewed);
    return pp->headers.count - 1;
}

// Opens the header as the innermost file, unless it says it need not be read again.
static void open_header(Pp *pp, Found *found, Span span) {
    if (found->text.size_bytes > LIMIT_CELL_BYTES) {
        diag_add(pp->diags, DIAG_INCLUDE_TOO_LARGE, span, found->key->text);
        return;
    }
    bool same;
    uint32_t index = header_record(pp, found, &same);
    Header *header = &pp->headers.data[index];
    const Source *source = source_get(pp->sources, header->source);
    if (same) {
        if (header->once || (header->guard && pp_find_macro(header->guard)))
            return;
    } else {
        if (source)
            index = renew_record(pp, index);
        Source *added = source_add(pp->sources, found->key->text, found->text.text,
                                   found->text.size_bytes);
        added->is_system = found->text.is_system;
        pp->headers.data[index].source = added->id;
        source = added;
    }
    pp_enter_file(pp, source, source->name, false);
    pp_file(pp)->header = index + 1;
}

// The header's name from macro-expanded tokens: a string, or everything between < and >.
static bool name_from_tokens(Pp *pp, Str *name, bool *angled) {
    Lexer *lexer = &pp_file(pp)->lexer;
    Tokens line = {0};
    for (Token token; (token = lex_next(lexer)).kind != TK_EOF;)
        vec_push(line, token);
    pp_open_barrier(pp, line.data, line.count);
    Token token = pp_next(pp);
    bool good = false;
    if (token.kind == TK_STRING && token.str == STR_PLAIN) {
        str_add(name, token.string.text + 1, token.string.size_bytes - 2);
        *angled = false;
        good = true;
    } else if (token.kind == TK_LT) {
        *angled = true;
        while ((token = pp_next(pp)).kind != TK_EOF && token.kind != TK_GT) {
            if (token.space && name->count)
                str_putc(name, ' ');
            lex_add_spelling(name, &token);
        }
        good = token.kind == TK_GT;
    }
    pp_close_barrier(pp);
    vec_free(line);
    return good && name->count > 0;
}

// The three forms of C17 6.10.2: <name>, "name", and tokens that expand to one of them.
// Reading goes on in the header when the directive's line is done.
void pp_include_directive(Pp *pp, const Token *name) {
    Lexer *lexer = &pp_file(pp)->lexer;
    Token token = lex_header_name(lexer);
    Str header = {0};
    bool angled = token.str;
    Span span = token.span;
    if (token.kind == TK_STRING) {
        str_add(&header, token.string.text, token.string.size_bytes);
        pp_end_directive(pp, "include");
    } else {
        bool good = name_from_tokens(pp, &header, &angled);
        span.end = (uint32_t)(lexer->at - lexer->source->text);
        if (!good)
            header.count = 0;
    }
    Found found;
    if (header.count == 0 || strlen(header.data) != header.count) {
        Diag *diag = diag_add(pp->diags, DIAG_INCLUDE_NO_NAME, name->span);
        diag_note(pp->diags, diag, (Span){0}, "for example `#include <stdio.h>`");
    } else if (pp->files.count > LIMIT_INCLUDE_DEPTH) {
        diag_add(pp->diags, DIAG_INCLUDE_TOO_DEEP, span, LIMIT_INCLUDE_DEPTH);
        pp_stop(pp);
    } else if (++pp->include_count > LIMIT_INCLUDES) {
        diag_add(pp->diags, DIAG_INCLUDE_TOO_MANY, span, LIMIT_INCLUDES);
        pp_stop(pp);
    } else if (find_header(pp, header.data, angled, &found)) {
        open_header(pp, &found, span);
        mem_free(found.text.text);
    } else {
        report_missing(pp, span, header.data, angled);
    }
    str_free(&header);
}

// ---------------------------------------------------------------- #line

// #line number ["file"] (C17 6.10.4), and gcc's line markers, whose number has been read
// already.
void pp_line_directive(Pp *pp, const Token *first) {
    PpFile *file = pp_file(pp);
    Lexer *lexer = &file->lexer;
    Tokens line = {0};
    if (first)
        vec_push(line, *first);
    Span span = first ? first->span : (Span){file->source->id, 0, 0};
    for (Token token; (token = lex_next(lexer)).kind != TK_EOF;) {
        span = line.count == 0 ? token.span : span_join(span, token.span);
        vec_push(line, token);
    }
    if (line.count == 0)
        span.begin = span.end = (uint32_t)(lexer->at - lexer->source->text);
    pp_open_barrier(pp, line.data, line.count);
    Token number = pp_next(pp);
    int64_t value = 0;
    bool good = number.kind == TK_PP_NUMBER;
    for (uint32_t i = 0; good && i < number.string.size_bytes; i++) {
        char c = number.string.text[i];
        good = c >= '0' && c <= '9' && (value = value * 10 + (c - '0')) <= INT32_MAX;
    }
    good = good && (value > 0 || first);
    Token name = pp_next(pp);
    if (name.kind != TK_EOF)
        good = good && name.kind == TK_STRING && name.str == STR_PLAIN;
    if (!first && pp_next(pp).kind != TK_EOF)
        good = false;
    pp_close_barrier(pp);
    vec_free(line);
    if (!good) {
        diag_add(pp->diags, DIAG_LINE_DIRECTIVE, span);
        return;
    }
    uint32_t here, column;
    Span end = {file->source->id, (uint32_t)(lexer->at - lexer->source->text), 0};
    source_locate(pp->sources, end, &here, &column);
    file->line_delta = value - ((int64_t)here + 1);
    if (name.kind == TK_STRING)
        file->file_name =
            lex_join_strings(&name, 1, pp->cell_arena, pp->diags).string.text;
}
