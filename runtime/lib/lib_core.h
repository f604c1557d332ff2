// lib_core.h: what the files of this room share: the Lib of a session, and the few
// helpers every native uses.
//
// A native reads its arguments from call->args in canonical register form (vm/value.h)
// and leaves its result in args[0]. It touches the program's memory only through
// native_read, native_write, vm_copy and kin, so that every library call is held to the
// same checks as the program's own code. Results are returned with done_*.
//
// Read next: lib.def (the list), lib.c (registration, output), then any lib_<topic>.c.
#ifndef LIB_CORE_H
#define LIB_CORE_H

#include "base/limits.h"
#include "base/vec.h"
#include "lib/lib.h"

// What came of stdin, or of a command, and is not read yet: data[begin, end).
typedef struct LibIn {
    char *data;
    size_t begin, end, capacity;
    bool at_end;       // end of file was met
    bool is_failed;    // a read was refused
    uint64_t asked_by; // id of the task whose native was told to try again when a line
                       // has come; 0: none
} LibIn;

// glibc's additive feedback generator (TYPE_3), so that srand(42) gives the numbers gcc's
// programs get.
typedef struct LibRandom {
    int32_t state[31];
    uint32_t front, back;
} LibRandom;

struct Lib {
    VM *vm;
    Loop *loop;
    LibHooks hooks;
    LibIn in;
    Ptr streams[3];           // stdin, stdout, stderr
    struct LibFile *files[3]; // their data
    Ptr errno_cell;           // the int that errno names
    Ptr strtok_rest;          // where strtok goes on
    Ptr wcstok_rest;
    struct __locale_struct *locale; // of the isw functions; NULL: not needed yet
    uint64_t multibyte; // the state of mbrtowc and mbrlen when they are given none
    Ptr time_fields;    // static struct tm of gmtime and localtime
    VEC(Ptr) zones;     // names of time zones that a struct tm points to
    Ptr time_text;      // static buffer of asctime and ctime
    LibRandom random;
    uint64_t rand48;
    Ptr atexit_functions[32]; // of the running program, in order of registration
    uint32_t atexit_count;
    Str scratch; // one formatting buffer for all prints
    uint64_t tmpnam_count;
    struct LibMemory *memories; // the streams over memory that are open
    struct LibPipe *pipes;      // those to commands
    VEC(int) fds; // what the program has opened by descriptor, from 3 on; -1: closed
    void *async;  // the state of the asynchronous part
};

#define NATIVE(name, function) NativeResult function(NativeCall *call);
#include "lib/lib.def"
#undef NATIVE

// ---------------------------------------------------------------- results

static inline NativeResult done(void) {
    return NATIVE_DONE;
}
static inline NativeResult done_int(NativeCall *call, int64_t value) {
    call->args[0].i = value;
    return NATIVE_DONE;
}
static inline NativeResult done_uint(NativeCall *call, uint64_t value) {
    call->args[0].u = value;
    return NATIVE_DONE;
}
static inline NativeResult done_double(NativeCall *call, double value) {
    call->args[0].f = value;
    return NATIVE_DONE;
}
static inline NativeResult done_ptr(NativeCall *call, Ptr value) {
    call->args[0].p = value;
    return NATIVE_DONE;
}
static inline int arg_int(const NativeCall *call, uint32_t i) {
    return (int)call->args[i].i;
}
static inline Lib *lib_here(const NativeCall *call) {
    return vm_attached(call->vm, VM_SLOT_LIB);
}

// ---------------------------------------------------------------- lib.c

// Sets the program's errno.
void lib_errno_set(Lib *lib, int code);
// Hands text to a standard stream (1 stdout, 2 stderr) of the running task's cell;
// bounded buffering.
void lib_print(Lib *lib, int fd, const char *text, size_t size_bytes);
// The same, or to the file that freopen has put in the stream's place.
void lib_put(Lib *lib, int fd, const char *text, size_t size_bytes);
// The cell of the running task, 0 outside tasks.
uint64_t lib_cell(Lib *lib);

// ---------------------------------------------------------------- lib_stdio.c: stdin

typedef enum LibInput { INPUT_READY, INPUT_END, INPUT_AGAIN, INPUT_TRAP } LibInput;
// Makes sure that more than `have` unread bytes of a stream that lib_file_in knows are
// there. INPUT_AGAIN: the native returns NATIVE_AGAIN.
LibInput lib_input_more(NativeCall *call, const struct LibFile *file, size_t have);
// Adds what has come.
void lib_input_append(LibIn *in, const char *text, size_t size_bytes);

// ---------------------------------------------------------------- lib_file.c

typedef struct LibFile {
    struct _IO_FILE *file; // libc's FILE; NULL: a standard stream, or closed
    int standard;          // 0, 1, 2: stdin, stdout, stderr; -1: a file
    int number;            // the same, also while freopen has put a file in its place
    bool is_closed;
    bool at_end;       // of stdin: feof
    uint64_t end_cell; // the cell that met it: the next one may ask anew
    Span closed_at;
    int fd; // the program's number for it (fileno, fdopen); 0: none was asked for
    char *path;
    struct LibMemory *memory; // it is a stream over the program's memory; else NULL
    struct LibPipe *pipe;     // it is a stream from or to a command; else NULL
    LibIn *in;                // of stdin and of a command
} LibFile;

// Where the bytes of a stream are that does not read through libc; else NULL.
static inline LibIn *lib_file_in(const LibFile *file) {
    return file->file ? NULL : file->in;
}

// Has this cell met the end of stdin, or of a command's output? Sticky within a program (C17 7.21.3), not across
// cells.
bool lib_input_ended(Lib *lib, LibFile *file);
// Notes that it has.
void lib_input_end(Lib *lib, LibFile *file);
extern const NativeClass lib_file_class;
// The open stream that argument i names; NULL after a trap (null, closed, not a FILE).
LibFile *lib_file_arg(NativeCall *call, uint32_t i);
LibFile *lib_file_input(NativeCall *call, uint32_t i);  // and not stdout or stderr
LibFile *lib_file_output(NativeCall *call, uint32_t i); // and not stdin
// Libc has come to the end, or to an error (errno was 0 before): sets the program's errno.
// true: it was a trap.
bool lib_file_fault(NativeCall *call, LibFile *file);
// Before a native writes to a stream: NATIVE_DONE, or what it returns, because a command
// has to take what it was sent before.
NativeResult lib_file_room(NativeCall *call, LibFile *file);
// Writes to any stream; false with errno set when it failed.
bool lib_file_write(Lib *lib, LibFile *file, const char *text, size_t size_bytes);
// Is this a mode of fopen's?
bool lib_file_is_mode(const char *mode);
// A FILE object around an open libc file, which it closes; it is the native's result. NULL
// after a trap.
LibFile *lib_file_adopt(NativeCall *call, struct _IO_FILE *opened, const char *path);

// ---------------------------------------------------------------- lib_memstream.c

typedef struct LibMemory LibMemory;
// Is the memory of a stream still there? false after a trap.
bool lib_memory_check(NativeCall *call, const LibMemory *memory);
// Did libc fail at a byte that the program has never written? Then this was a trap.
bool lib_memory_fault(NativeCall *call, LibMemory *memory);
// Gives the program what was written to open_memstream; libc has no more of it. false after
// a trap. is_last: the stream is about to be closed.
bool lib_memory_publish(NativeCall *call, LibMemory *memory, bool is_last);
bool lib_memory_publish_all(NativeCall *call);     // of every such stream
bool lib_memory_is_array(const LibMemory *memory); // is it fmemopen's?
void lib_memory_trace(VM *vm, const LibMemory *memory);
// The FILE object goes: what libc still has to write is lost.
void lib_memory_abandon(LibMemory *memory);
void lib_memory_deinit(Lib *lib);

// ---------------------------------------------------------------- lib_pipe.c

typedef struct LibPipe LibPipe;
LibInput lib_pipe_more(NativeCall *call, LibPipe *pipe, size_t have);
// Sends what was written; true: the command has taken it, or will never. Else *result is
// what the native returns.
bool lib_pipe_flush(NativeCall *call, LibPipe *pipe, NativeResult *result);
bool lib_pipe_flush_all(NativeCall *call, NativeResult *result);
NativeResult lib_pipe_room(NativeCall *call, LibPipe *pipe);
bool lib_pipe_write(LibPipe *pipe, const char *text, size_t size_bytes); // false: errno
bool lib_pipe_reads(const LibPipe *pipe);
int *lib_pipe_error(LibPipe *pipe); // the errno of a write that failed
void lib_pipe_destroy(LibPipe **pipe);
void lib_pipe_deinit(Lib *lib);

// ---------------------------------------------------------------- lib_fd.c

bool lib_fd_is_open(const Lib *lib, int fd); // one of open's
NativeResult lib_fd_read(NativeCall *call);  // read and write with one of those, or none
NativeResult lib_fd_write(NativeCall *call);
void lib_fd_close_all(Lib *lib);
// A FILE and a number are two names of one open file: the number stands for a duplicate, so
// that each may be closed without the other.
int lib_fd_number(Lib *lib, int fd); // a new number for the process's fd; -1 and errno
int lib_fd_duplicate(const Lib *lib, int number); // the process's fd; -1 and errno
void lib_fd_forget(Lib *lib, int number);         // closes it, if it is open

// ---------------------------------------------------------------- lib_args, lib_printf

// Where the values of a format's directives come from: variadic arguments of the call, or
// a va_list.
typedef struct ArgCursor {
    NativeCall *call;
    // Where sprintf will write; directives that read the same object are noted, to be
    // checked for overlap.
    Ptr target;
    struct {
        int32_t begin, end;
    } sources[8];
    uint32_t source_count;
    const VarDesc *types; // NULL: no arguments
    const Value *values;
    uint32_t count;
    uint32_t at;
    uint32_t
        first; // number of the first variadic argument of the call, from 1, for messages
    VaArea *area; // of a va_list, to tell it how far it was read; else NULL
} ArgCursor;
// Cursor over the call's own variadic arguments.
ArgCursor cursor_of_call(NativeCall *call);
// Cursor over the va_list in argument i; false after a trap.
NODISCARD bool cursor_of_va_list(NativeCall *call, uint32_t i, ArgCursor *cursor);
// Appends the text of format (argument format_arg of the call) to out. Returns bytes
// written, -1 after a trap.
int64_t lib_format(ArgCursor *cursor, uint32_t format_arg, Str *out);
// The same for a format that is no argument.
int64_t lib_format_text(ArgCursor *cursor, const char *format, uint64_t length, Str *out);
// sscanf of texts that are no arguments.
NativeResult lib_scan_text(NativeCall *call, ArgCursor *cursor, const Str *text,
                           const Str *format);
// Memory that argument `at` points to, held to the array it was given by name. NULL after
// a trap.
void *cursor_write(const ArgCursor *cursor, uint32_t at, uint64_t n);
// The string argument `at` points to, at most n characters of it (n UINT64_MAX: up to its
// zero).
const char *cursor_string(const ArgCursor *cursor, uint32_t at, uint64_t n,
                          uint64_t *length);
// The name of a variadic argument's type, "double".
const char *cursor_type_name(const ArgCursor *cursor, uint32_t at);

// ---------------------------------------------------------------- lib_string.c

// Length of the string at p, but at most n: *length; the bytes, readable. NULL after a
// trap. Argument i of the call.
const char *lib_bounded_string(NativeCall *call, uint32_t i, uint64_t n,
                               uint64_t *length);
// Of wide characters: n and *length count them.
const wchar_t *lib_bounded_wide(NativeCall *call, uint32_t i, uint64_t n,
                                uint64_t *length);
// The same for a pointer that is not an argument.
const char *lib_bounded_string_at(NativeCall *call, Ptr p, uint64_t n, uint64_t *length);
// What goes into a string: characters of argument 1, and zeros behind them.
typedef struct LibPiece {
    const void *text;
    uint32_t char_bytes;
    uint64_t length, zeros; // in characters
} LibPiece;
// Stores a piece behind the first `at` characters of argument 0, which are a string
// already. False after a trap; `name` is the function's.
NODISCARD bool lib_store_piece(NativeCall *call, const char *name, uint64_t at,
                               LibPiece piece);
// Bytes of n wide characters: more than there can be, if that is more than a number holds.
static inline uint64_t lib_wide_bytes(uint64_t n) {
    return n > UINT64_MAX / sizeof(wchar_t) ? UINT64_MAX : n * sizeof(wchar_t);
}
// A hit inside argument 0's text as a pointer, a null pointer for none.
static inline NativeResult done_hit(NativeCall *call, const void *text, const void *hit) {
    const char *from = text, *at = hit;
    return done_ptr(call, hit ? call->args[0].p + (uint64_t)(at - from) : 0);
}
// strncmp and kin: up to n characters, of which those behind the first difference need not
// be readable, nor be there.
typedef int LibCompare(const void *a, const void *b, size_t n);
NativeResult lib_compare_bounded(NativeCall *call, uint32_t char_bytes,
                                 LibCompare *compare);
// Do n bytes at a and m bytes at b share some?
bool lib_overlaps(Ptr a, uint64_t n, Ptr b, uint64_t m);
// Traps for a call of `name` whose two arguments overlap. instead: what allows that; NULL:
// memmove, "": nothing.
NativeResult lib_trap_overlap(NativeCall *call, const char *name, const char *instead);
// New memory of malloc with a copy of text and a final zero; 0 after a trap.
Ptr lib_heap_string(NativeCall *call, const char *text, uint64_t length);

// ---------------------------------------------------------------- lib_stdlib.c

void lib_random_seed(LibRandom *random, uint32_t seed);

// ---------------------------------------------------------------- lib_wchar.c

// Appends `units` wide characters as UTF-8; at most max_bytes (whole characters only).
// false: not a character.
bool lib_wide_to_utf8(Str *out, const int32_t *text, uint64_t units, uint64_t max_bytes);
// One character as UTF-8 into buf (4 bytes); returns its length, 0 when it is none.
uint32_t lib_utf8_encode(uint32_t c, char *buf);
// The first character of text; *c set. Returns its length, 0: not valid, -1: cut short.
int lib_utf8_decode(const char *text, size_t size_bytes, uint32_t *c);

#endif
