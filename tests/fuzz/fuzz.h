// fuzz.h: what every fuzz target shares: the contract with its driver, and a front end
// that is made once and used for many inputs.
//
//                    libFuzzer (clang)                     replay.c (any compiler)
//                mutate.c makes new inputs              reads the files it is given
//                         \                                 /
//                          LLVMFuzzerTestOneInput(data, size)       one per target:
//
//     fuzz_lex_pp.c    text -> tokens                       front/
//     fuzz_check.c     text -> tokens -> tree -> typed tree front/
//     fuzz_compile.c   ... -> verified Unit -> listing      front/, code/
//     fuzz_cell.c      cells of one session, run            everything below cora.h
//     fuzz_wire.c      frames -> Request, Msg -> frames     kernel/
//     fuzz_kernel.c    requests -> replies, broadcasts      kernel/ between its sockets and
//                                                           a session of script.h
//
// What always holds: a target takes any bytes, ends soon, and is the same again for the
// same bytes: it reads no file, no clock and no network. A text that begins with "//file"
// is compiled as a file, every other one as a cell.
//
// Read next: mutate.c (how inputs change), run.sh (how `make fuzz` runs them).
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include "front/front.h"
#include "lib/lib.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// After so many inputs the front end is made anew: names are interned for its lifetime.
enum { FUZZ_FRONT_INPUTS = 500 };

typedef struct FuzzFront {
    Sources sources;
    Front *front;
    bool file_mode;
    uint32_t uses;
    Arena code; // types keep their layouts here, as long as the front end
    // The input that runs: its arena, its messages, and its text for #include "self".
    Arena arena;
    Diags diags;
    const Source *source;
} FuzzFront;

// The library's headers, and "self": the input again, so that an input can make includes
// that nest.
static inline bool fuzz_include(void *ctx, const char *name, bool angled,
                                IncludeText *out) {
    const FuzzFront *f = ctx;
    if (!angled && strcmp(name, "self") == 0 && f->source != NULL) {
        out->size_bytes = f->source->size_bytes;
        out->text = mem_strndup(f->source->text, f->source->size_bytes);
        out->is_system = false;
        return true;
    }
    const char *header = lib_header(name, &out->size_bytes);
    if (header == NULL) {
        return false;
    }
    out->text = mem_strndup(header, out->size_bytes);
    out->is_system = true;
    return true;
}

// Opens an input: f->source, f->arena and f->diags are good until fuzz_front_end.
static inline void fuzz_front_begin(FuzzFront *f, const uint8_t *data, size_t size) {
    static const char mark[] = "//file";
    bool file_mode = size >= sizeof mark - 1 && memcmp(data, mark, sizeof mark - 1) == 0;
    if (f->front != NULL && (f->uses >= FUZZ_FRONT_INPUTS || f->file_mode != file_mode)) {
        front_destroy(&f->front);
        source_deinit(&f->sources);
        arena_deinit(&f->code);
    }
    if (f->front == NULL) {
        arena_init(&f->code);
        f->file_mode = file_mode;
        f->uses = 0;
        f->front = front_new(&f->sources, (IncludeReader){f, fuzz_include}, lib_library(),
                             file_mode);
    }
    f->uses++;
    arena_init(&f->arena);
    diag_init(&f->diags, &f->arena, &f->sources);
    f->source = source_add(&f->sources, "In[1]", (const char *)data, size);
}

// Renders every message, as a session would, and takes everything back.
static inline void fuzz_front_end(FuzzFront *f) {
    for (uint32_t i = 0; i < f->diags.list.count; i++) {
        mem_free(diag_render(&f->diags, f->diags.list.data[i]));
    }
    diag_deinit(&f->diags);
    arena_deinit(&f->arena);
    uint32_t first = f->source->id;
    f->source = NULL;
    while (f->sources.count >= first) {
        source_pop(&f->sources);
    }
}

#endif
