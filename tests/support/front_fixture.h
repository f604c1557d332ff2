// front_fixture.h: a front end for tests: the library's headers from their folder, cells
// compiled one after another, diagnostics as text. Tests run with the repository's root
// as working directory.
#ifndef TESTS_FRONT_FIXTURE_H
#define TESTS_FRONT_FIXTURE_H

#include "base/diag.h"
#include "front/check/check.h"
#include "front/front.h"
#include "lib/lib.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct FrontFixture {
    Sources sources;
    Front *front;
    Arena arena; // of every cell compiled
    Diags diags; // of the last one
    Program *program;
    Str text; // its diagnostics, "LINE: severity: message" a line, notes too
    uint32_t cell;
} FrontFixture;

static inline bool fixture_read(void *ctx, const char *name, bool angled,
                                IncludeText *out) {
    (void)ctx;
    (void)angled;
    char *path = mem_printf("runtime/lib/include/%s", name);
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

// A session that knows of the library (NULL: of none).
static inline void fixture_open_with(FrontFixture *f, const Library *library,
                                     bool file_mode) {
    *f = (FrontFixture){0};
    arena_init(&f->arena);
    diag_init(&f->diags, &f->arena, &f->sources);
    f->front =
        front_new(&f->sources, (IncludeReader){NULL, fixture_read}, library, file_mode);
}

static inline void fixture_open(FrontFixture *f, bool file_mode) {
    fixture_open_with(f, lib_library(), file_mode);
}

static inline void fixture_close(FrontFixture *f) {
    front_destroy(&f->front);
    diag_deinit(&f->diags);
    arena_deinit(&f->arena);
    source_deinit(&f->sources);
    str_free(&f->text);
}

static inline void fixture_list(FrontFixture *f) {
    static const char *const words[] = {"error", "warning", "note"};
    str_free(&f->text);
    str_puts(&f->text, "");
    for (uint32_t i = 0; i < f->diags.list.count; i++) {
        const Diag *diag = f->diags.list.data[i];
        uint32_t line = 0, column = 0;
        source_locate(&f->sources, diag->span, &line, &column);
        str_printf(&f->text, "%u: %s: %s\n", line, words[diag->severity], diag->message);
        for (const DiagNote *note = diag->notes; note != NULL; note = note->next) {
            source_locate(&f->sources, note->span, &line, &column);
            str_printf(&f->text, "%u: note: %s\n", note->span.source == 0 ? 0 : line,
                       note->message);
        }
    }
}

// Compiles one cell (or file) without ending it. NULL after errors; f->text says which.
static inline Program *fixture_compile(FrontFixture *f, const char *text) {
    char name[32];
    snprintf(name, sizeof name, "In[%u]", ++f->cell);
    Source *source = source_add(&f->sources, name, text, strlen(text));
    diag_deinit(&f->diags);
    diag_init(&f->diags, &f->arena, &f->sources);
    f->program = front_compile(f->front, source, &f->arena, &f->diags);
    fixture_list(f);
    return f->program;
}

// Compiles a cell and ends it: committed when it is right. True when it is.
static inline bool fixture_run(FrontFixture *f, const char *text) {
    bool is_ok = fixture_compile(f, text) != NULL;
    if (is_ok)
        front_commit(f->front);
    else
        front_rollback(f->front);
    return is_ok;
}

#endif
