// lib.c: the library of one session: registration of natives, the embedded headers, and
// the buffer in front of stdout and stderr.
//
// What enters: a VM, a Loop, the spine's hooks. What leaves: lib_natives (the numbers in
// compiled code index it), the headers' texts for the front end, and the program's output
// in the order it was printed. Always holds: natives find their Lib through the VM
// (VM_SLOT_LIB); there is no state outside it.
//
// The table that finds a native or header by name is made at build time (lib_gen.awk), and
// so is the index of what the headers declare (runtime/index/).
#include "lib/lib_async.h"
#include "lib/lib_core.h"
#include "lib_tables.h"
#include <assert.h>
#include <locale.h>
#include <time.h>

#include "lib_index.h" // names the texts in lib_tables.h

const NativeDef lib_natives[] = {
#define NATIVE(name, function) {#name, function},
#include "lib/lib.def"
#undef NATIVE
};
const uint32_t lib_native_count = COUNT_OF(lib_natives);

// ---------------------------------------------------------------- life

Lib *lib_new(VM *vm, Loop *loop, const LibHooks *hooks) {
    Lib *lib = mem_alloc(sizeof *lib);
    lib->vm = vm;
    lib->loop = loop;
    lib->hooks = *hooks;
    vm_attach(vm, VM_SLOT_LIB, lib);
    lib->errno_cell = vm_alloc(vm, OBJ_BOX, sizeof(int), true, (Span){0});
    for (int i = 0; i < 3; i++) {
        void *data = NULL;
        lib->streams[i] = vm_native_new(vm, &lib_file_class, &data);
        LibFile *file = data;
        assert(file);
        file->standard = file->number = i;
        lib->files[i] = file;
    }
    lib->files[0]->in = &lib->in;
    lib_random_seed(&lib->random, 1);
    lib->rand48 = 0x1234abcd330eu;
    return lib;
}

void lib_destroy(Lib **lib) {
    if (!*lib) {
        return;
    }
    vm_attach((*lib)->vm, VM_SLOT_LIB, NULL);
    async_deinit(*lib);
    str_free(&(*lib)->scratch);
    lib_fd_close_all(*lib);
    lib_memory_deinit(*lib);
    lib_pipe_deinit(*lib);
    vec_free((*lib)->zones);
    mem_free((*lib)->in.data);
    if ((*lib)->locale) {
        freelocale((*lib)->locale);
    }
    mem_free(*lib);
    *lib = NULL;
}

Lib *lib_of(VM *vm) {
    return vm_attached(vm, VM_SLOT_LIB);
}

static void mark(Lib *lib, Ptr p) {
    vm_mark(lib->vm, (Value){.p = p});
}

void lib_mark_roots(Lib *lib) {
    for (int i = 0; i < 3; i++) {
        mark(lib, lib->streams[i]);
    }
    mark(lib, lib->errno_cell);
    mark(lib, lib->strtok_rest);
    mark(lib, lib->wcstok_rest);
    mark(lib, lib->time_fields);
    mark(lib, lib->time_text);
    for (uint32_t i = 0; i < lib->zones.count; i++) {
        mark(lib, lib->zones.data[i]);
    }
    for (uint32_t i = 0; i < lib->atexit_count; i++) {
        mark(lib, lib->atexit_functions[i]);
    }
    async_mark_roots(lib);
}

bool lib_variable(Lib *lib, const char *name, Value *value) {
    static const char *const names[] = {"stdin", "stdout", "stderr"};
    for (uint32_t i = 0; i < COUNT_OF(names); i++) {
        if (strcmp(name, names[i]) == 0) {
            value->p = lib->streams[i];
            return true;
        }
    }
    return false;
}

void lib_errno_set(Lib *lib, int code) {
    int *cell = vm_write(lib->vm, lib->errno_cell, sizeof *cell);
    assert(cell);
    *cell = code;
}

// ---------------------------------------------------------------- names

// The hash lib_gen.awk computes; doubles hold it exactly.
static uint32_t name_hash(const char *name) {
    uint32_t h = 0;
    for (; *name; name++) {
        h = (h * 31 + (uint8_t)*name) % 1048573u;
    }
    return h;
}

int lib_native_index(void *ctx, const char *name) {
    (void)ctx;
    static_assert((COUNT_OF(lib_native_slots) & (COUNT_OF(lib_native_slots) - 1)) == 0,
                  "a power of two, and never full");
    uint32_t mask = COUNT_OF(lib_native_slots) - 1;
    for (uint32_t i = name_hash(name) & mask; lib_native_slots[i]; i = (i + 1) & mask) {
        int index = lib_native_slots[i] - 1;
        assert((uint32_t)index < lib_native_count);
        if (strcmp(lib_natives[index].name, name) == 0) {
            return index;
        }
    }
    return -1;
}

const char *lib_header(const char *name, size_t *size_bytes) {
    for (const EmbeddedHeader *h = lib_headers; h->name; h++) {
        if (strcmp(h->name, name) == 0) {
            *size_bytes = h->size_bytes;
            return h->text;
        }
    }
    return NULL;
}

const Library *lib_library(void) {
    static const char *const prelude[] = {
#define PRELUDE(name) name,
#include "lib/prelude.def"
#undef PRELUDE
        NULL};
    static const Library library = {.prelude = prelude,
                                    .files = lib_files,
                                    .pieces = lib_pieces,
                                    .entries = lib_entries,
                                    .refs = lib_refs,
                                    .texts = lib_texts,
                                    .slots = lib_slots,
                                    .file_count = COUNT_OF(lib_files),
                                    .piece_count = COUNT_OF(lib_pieces),
                                    .entry_count = COUNT_OF(lib_entries),
                                    .slot_count = COUNT_OF(lib_slots)};
    return &library;
}

const char *const *lib_header_names(void) {
    return lib_header_name_list;
}

// ---------------------------------------------------------------- output

uint64_t lib_cell(Lib *lib) {
    Task *task = loop_current(lib->loop);
    return task ? task_cell(task) : 0;
}

void lib_print(Lib *lib, int fd, const char *text, size_t size_bytes) {
    assert(fd == 1 || fd == 2);
    // Handed on at once: the host knows when its reader wants to see it, and nobody can
    // look at it later while a program computes.
    if (size_bytes > 0) {
        lib->hooks.print(lib->hooks.ctx, lib_cell(lib), fd, text, size_bytes);
    }
}

void lib_put(Lib *lib, int fd, const char *text, size_t size_bytes) {
    LibFile *file = lib->files[fd];
    if (LIKELY(file->standard >= 0)) {
        lib_print(lib, fd, text, size_bytes);
    } else {
        (void)lib_file_write(lib, file, text, size_bytes);
    }
}
