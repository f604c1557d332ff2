// lib.h: the room's door. The standard library: natives in C, declared to the language by
// the headers in include/.
//
// lib.def lists each native once: NATIVE(name, function). A declaration in a header finds
// its native by name (or by [[cora::native("name")]]). Functions with a body in a header
// are Cora code, compiled when a cell first mentions them.
#ifndef LIB_LIB_H
#define LIB_LIB_H

#include "base/library.h"
#include "loop/loop.h"
#include "vm/native.h"

typedef struct Lib Lib; // the library's state of one session: FILE objects, strtok's and
                        // rand's state, ...

// What the library needs of the spine: output goes to the cell that the running task came
// from.
typedef struct LibHooks {
    void *ctx;
    void (*print)(void *ctx, uint64_t cell, int fd, const char *text, size_t size_bytes);
    // The value of a cell's last expression (internal native __show): plain text.
    void (*result)(void *ctx, uint64_t cell, const char *text);
    void (*display)(void *ctx, uint64_t cell, const char *mime, const char *data,
                    size_t size_bytes);
    // A line magic that is not the language's own (internal native __magic). NULL, or an
    // error message to mem_free.
    char *(*magic)(void *ctx, uint64_t cell, const char *line);
    bool (*input_allowed)(void *ctx, uint64_t cell);
    // A note for the learner in the cell of the running task ("blocking call", ...).
    void (*note)(void *ctx, uint64_t cell, Span span, const char *text);
} LibHooks;

extern const NativeDef lib_natives[]; // for VmConfig
extern const uint32_t lib_native_count;

Lib *lib_new(VM *vm, Loop *loop, const LibHooks *hooks);
void lib_destroy(Lib **lib);
Lib *lib_of(VM *vm); // lib_new leaves it in VM_SLOT_LIB (vm_attach)
void lib_mark_roots(Lib *lib);

// Number of a native, -1 when unknown.
int lib_native_index(void *ctx, const char *name);
// Embedded header text by name ("stdio.h", "cora.h"); NULL when there is none.
const char *lib_header(const char *name, size_t *size_bytes);
// What every cell knows without #include, and where it is declared.
const Library *lib_library(void);
const char *const *lib_header_names(void); // of all headers, NULL-terminated
// Value of a library variable declared extern in a header (stdin, stdout, stderr); false
// when it is none.
bool lib_variable(Lib *lib, const char *name, Value *value);

// The lines of %time and %%time for what has passed since these readings of the clocks
// (lib_timing.c): "CPU times: ...\n" "Wall time: ...\n". mem_free-able.
char *lib_format_times(Loop *loop, uint64_t began_ns, uint64_t began_user_ns,
                       uint64_t began_system_ns);

// The function to call next at the end of a program (atexit; the last registered one
// first), 0: none is left.
Ptr lib_atexit_take(Lib *lib);

// A value of type `layout` as a learner reads it: "42", "3.14", "\"hello\"", "{x = 1, y =
// 2}", "(int [3]) {1, 2, 3}". value: register for scalars, pointer to it for structs and
// arrays. Bounded; mem_free-able.
char *lib_format_value(VM *vm, const Layout *layout, Value value);
// Reads a scalar of type `layout` at p into its register form; false when there is
// nothing readable (sets no trap).
bool lib_load_value(VM *vm, const Layout *layout, Ptr p, Value *value);

#endif
