// lib_memstream.c: FILEs over memory (POSIX fmemopen and open_memstream).
//
//     FILE object --> LibFile --> libc FILE --> read, write, seek, close of a LibMemory
//                        |                             |
//                        +------------ memory ---------+--> the program's bytes (a Ptr)
//
// libc's stdio buffers, gives back and scans as for any file; what is below it asks the
// object table each time, so no machine address outlives a call. The functions that libc
// calls set no fault: they fail, and the native that called libc asks lib_file_fault.
// Before that, every native has asked lib_memory_check: the array is still there.
//
// What is written to open_memstream is kept here, and goes to the program at fflush and
// fclose (lib_memory_publish): as a new object when it has grown, so that a pointer to the
// old one is found out.
//
// Always holds: a LibMemory lives as long as its libc FILE; vm is NULL once the FILE
// object is being collected, and then nothing of the program is touched any more.
#include "lib/lib_core.h"
#include <assert.h>
#include <errno.h>
#include <stdio.h>

// The most that open_memstream keeps: it is here and with the program.
#define GROWN_MAX (LIMIT_OBJECT_BYTES / 2)

struct LibMemory {
    VM *vm;
    LibMemory *next, **prev; // the session's: fflush(NULL)
    Ptr bytes; // fmemopen: the array. open_memstream: what the program was given; 0: none
    uint64_t size_bytes;   // of the array; of what the program was given
    uint64_t at;           // where reading and writing go on
    uint64_t end;          // fmemopen: where reading ends
    Ptr text_at, size_at;  // open_memstream: the program's char * and size_t; else 0
    Str text;              // open_memstream: all that was written
    uint64_t changed_from; // the first byte that the program has not got yet
    bool appends;
    bool is_uninitialised; // the last read met a byte that nobody has written
};

static bool grows(const LibMemory *memory) {
    return memory->text_at != 0;
}

// ---------------------------------------------------------------- what libc calls

// How many of n bytes at p are initialised, from the first on.
static uint64_t readable(VM *vm, Ptr p, uint64_t n) {
    uint64_t good = vm_peek(vm, p, n) ? n : 0;
    while (good < n && vm_peek(vm, p + good, 1)) {
        good++;
    }
    return good;
}

static ssize_t array_read(void *cookie, char *to, size_t wanted) {
    LibMemory *memory = cookie;
    uint64_t left = memory->at < memory->end ? memory->end - memory->at : 0;
    uint64_t n = wanted < left ? wanted : left;
    uint64_t good = memory->vm ? readable(memory->vm, memory->bytes + memory->at, n) : 0;
    memory->is_uninitialised = n > 0 && good == 0;
    if (memory->is_uninitialised) {
        errno = EFAULT;
        return -1;
    }
    if (good > 0) {
        memcpy(to, vm_peek(memory->vm, memory->bytes + memory->at, good), good);
    }
    memory->at += good;
    return (ssize_t)good;
}

// POSIX: behind what was written comes a zero, if there is room for one; in a stream that
// does not append also in place of the last byte.
static ssize_t array_write(void *cookie, const char *from, size_t n) {
    LibMemory *memory = cookie;
    uint64_t at = memory->appends ? memory->end : memory->at;
    bool wants_zero = n == 0 || from[n - 1] != '\0';
    if (at + n > memory->size_bytes) {
        errno = ENOSPC;
        n = at + wants_zero < memory->size_bytes ? memory->size_bytes - at : 0;
    }
    char *to = memory->vm && n > 0 ? vm_write(memory->vm, memory->bytes + at, n) : NULL;
    if (!to) {
        return 0;
    }
    memcpy(to, from, n);
    memory->at = at + n;
    if (memory->at > memory->end) {
        memory->end = memory->at;
        bool has_room = memory->end < memory->size_bytes;
        Ptr zero = memory->bytes + (has_room ? memory->end : memory->size_bytes - 1);
        char *last = wants_zero && (has_room || !memory->appends)
                         ? vm_write(memory->vm, zero, 1)
                         : NULL;
        if (last) {
            *last = '\0';
        }
    }
    return (ssize_t)n;
}

// Zeros up to where a seek has gone.
static void fill(LibMemory *memory) {
    Str *text = &memory->text;
    if (memory->changed_from > text->count && memory->at > text->count) {
        memory->changed_from = text->count;
    }
    while (text->count < memory->at) {
        str_putc(text, '\0');
    }
}

static ssize_t grown_write(void *cookie, const char *from, size_t n) {
    LibMemory *memory = cookie;
    if (n > GROWN_MAX - memory->at) {
        errno = ENOMEM;
        return 0;
    }
    fill(memory);
    Str *text = &memory->text;
    uint64_t over = text->count - memory->at < n ? text->count - memory->at : n;
    if (over > 0) {
        memcpy(text->data + memory->at, from, over);
    }
    str_add(text, from + over, n - over);
    if (memory->at < memory->changed_from) {
        memory->changed_from = memory->at;
    }
    memory->at += n;
    return (ssize_t)n;
}

static int memory_seek(void *cookie, off64_t *offset, int whence) {
    LibMemory *memory = cookie;
    bool grown = grows(memory);
    uint64_t base = whence == SEEK_SET   ? 0
                    : whence == SEEK_CUR ? memory->at
                    : grown              ? memory->text.count
                                         : memory->end;
    uint64_t most = grown ? GROWN_MAX : memory->size_bytes;
    int64_t to = 0;
    if (__builtin_add_overflow((int64_t)base, *offset, &to) || to < 0 ||
        (uint64_t)to > most) {
        errno = EINVAL;
        return -1;
    }
    memory->at = (uint64_t)to;
    *offset = to;
    return 0;
}

static int memory_close(void *cookie) {
    LibMemory *memory = cookie;
    *memory->prev = memory->next;
    if (memory->next) {
        memory->next->prev = memory->prev;
    }
    str_free(&memory->text);
    mem_free(memory);
    return 0;
}

// ---------------------------------------------------------------- what natives ask

bool lib_memory_check(NativeCall *call, const LibMemory *memory) {
    // Reading nothing asks whether the object is there at all.
    if (memory->bytes && !vm_read(call->vm, memory->bytes, 0)) {
        vm_trap_note(call->vm, (Span){0},
                     grows(memory) ? "the stream that open_memstream made is still open: "
                                     "free its text after fclose"
                                   : "the stream that fmemopen made still uses it: "
                                     "fclose comes first");
        return false;
    }
    return true;
}

bool lib_memory_fault(NativeCall *call, LibMemory *memory) {
    if (!memory->is_uninitialised) {
        return false;
    }
    memory->is_uninitialised = false;
    return !vm_read(call->vm, memory->bytes + memory->at, 1);
}

// The program's object, of exactly size bytes and a final zero.
static Ptr resize(NativeCall *call, const LibMemory *memory, uint64_t size_bytes) {
    Span where = vm_where(call->vm);
    return memory->bytes ? vm_realloc(call->vm, memory->bytes, size_bytes + 1, where)
                         : vm_alloc(call->vm, OBJ_HEAP, size_bytes + 1, false, where);
}

bool lib_memory_publish(NativeCall *call, LibMemory *memory, bool is_last) {
    if (!grows(memory)) {
        return true;
    }
    fill(memory);
    // As glibc's: the size is the place, and at the end the text ends there as well.
    uint64_t all = is_last ? memory->at : memory->text.count;
    if (!memory->bytes || memory->size_bytes != all || memory->changed_from < all) {
        uint64_t from = memory->bytes ? memory->changed_from : 0;
        Ptr fresh = resize(call, memory, all);
        char *to = fresh ? vm_write(call->vm, fresh, 0) : NULL;
        if (!to) {
            return false;
        }
        memory->bytes = fresh;
        memory->size_bytes = all;
        from = from < all ? from : all;
        to = vm_write(call->vm, fresh + from, all + 1 - from);
        assert(to); // it has just been made
        if (all > from) {
            memcpy(to, memory->text.data + from, all - from);
        }
        to[all - from] = '\0';
        memory->changed_from = UINT64_MAX;
    }
    Ptr *text = vm_write(call->vm, memory->text_at, sizeof *text);
    uint64_t *size = text ? vm_write(call->vm, memory->size_at, sizeof *size) : NULL;
    if (!size) {
        return false;
    }
    *text = memory->bytes;
    *size = memory->at;
    return true;
}

bool lib_memory_publish_all(NativeCall *call) {
    bool ok = true;
    for (LibMemory *m = lib_here(call)->memories; ok && m; m = m->next) {
        ok = lib_memory_check(call, m) && lib_memory_publish(call, m, false);
    }
    return ok;
}

bool lib_memory_is_array(const LibMemory *memory) {
    return !grows(memory);
}

void lib_memory_trace(VM *vm, const LibMemory *memory) {
    vm_mark(vm, (Value){.p = memory->bytes});
    vm_mark(vm, (Value){.p = memory->text_at});
    vm_mark(vm, (Value){.p = memory->size_at});
}

void lib_memory_abandon(LibMemory *memory) {
    memory->vm = NULL;
}

void lib_memory_deinit(Lib *lib) {
    // The FILE objects are collected later: they find no list to leave.
    for (LibMemory *m = lib->memories; m;) {
        LibMemory *next = m->next;
        m->next = NULL;
        m->prev = &m->next;
        m = next;
    }
    lib->memories = NULL;
}

// ---------------------------------------------------------------- opening

static LibMemory *memory_new(Lib *lib) {
    LibMemory *memory = mem_alloc(sizeof *memory);
    memory->vm = lib->vm;
    memory->changed_from = UINT64_MAX;
    memory->next = lib->memories;
    memory->prev = &lib->memories;
    if (memory->next) {
        memory->next->prev = &memory->next;
    }
    lib->memories = memory;
    return memory;
}

static NativeResult open_memory(NativeCall *call, LibMemory *memory, const char *mode) {
    bool grown = grows(memory);
    cookie_io_functions_t functions = {.read = grown ? NULL : array_read,
                                       .write = grown ? grown_write : array_write,
                                       .seek = memory_seek,
                                       .close = memory_close};
    FILE *opened = fopencookie(memory, mode, functions);
    if (!opened) {
        lib_errno_set(lib_here(call), errno);
        memory_close(memory);
        return done_ptr(call, 0);
    }
    LibFile *file = lib_file_adopt(call, opened, "in memory");
    if (!file) {
        return NATIVE_TRAP;
    }
    file->memory = memory;
    return NATIVE_DONE;
}

// The array of fmemopen, as large as was said, or one of the stream's own; 0 after a trap.
static Ptr array_of(NativeCall *call, uint64_t size_bytes, bool is_written) {
    if (!call->args[0].p) {
        return vm_alloc(call->vm, OBJ_BOX, size_bytes, true, vm_where(call->vm));
    }
    Ptr array = call->args[0].p;
    uint64_t room = native_extent(call, 0);
    if (!native_read(call, 0, 0)) {
        return 0;
    }
    if (room < size_bytes) {
        vm_trap(call->vm, TRAP_OUT_OF_BOUNDS,
                "fmemopen was told that the array has %llu bytes, but it has %llu",
                (unsigned long long)size_bytes, (unsigned long long)room);
        return 0;
    }
    // Onto itself: may it be written? What is not initialised stays so.
    return !is_written || vm_copy(call->vm, array, array, size_bytes) ? array : 0;
}

// Where a stream begins and ends before anything is written to it.
static bool array_begin(NativeCall *call, LibMemory *memory, char mode) {
    uint64_t length = memory->size_bytes;
    if (mode == 'w' && length > 0) {
        char *first = vm_write(call->vm, memory->bytes, 1);
        if (!first) {
            return false;
        }
        *first = '\0';
    }
    if (mode != 'r' && length > 0 &&
        !lib_bounded_string_at(call, memory->bytes, length, &length)) {
        return false;
    }
    memory->end = length;
    memory->at = mode == 'a' ? length : 0;
    return true;
}

// FILE *fmemopen(void *array, size_t size, const char *mode): POSIX
NativeResult c_fmemopen(NativeCall *call) {
    uint64_t length = 0;
    const char *mode = native_string(call, 2, &length);
    if (!mode) {
        return NATIVE_TRAP;
    }
    if (!lib_file_is_mode(mode)) {
        lib_errno_set(lib_here(call), EINVAL);
        return done_ptr(call, 0);
    }
    uint64_t size_bytes = call->args[1].u;
    Ptr bytes = array_of(call, size_bytes, mode[0] != 'r' || strchr(mode, '+'));
    if (!bytes) {
        return NATIVE_TRAP;
    }
    LibMemory *memory = memory_new(lib_here(call));
    memory->bytes = bytes;
    memory->size_bytes = size_bytes;
    memory->appends = mode[0] == 'a';
    if (!array_begin(call, memory, mode[0])) {
        memory_close(memory);
        return NATIVE_TRAP;
    }
    return open_memory(call, memory, mode);
}

// FILE *open_memstream(char **text, size_t *size): POSIX
NativeResult c_open_memstream(NativeCall *call) {
    if (!native_write(call, 0, 0) || !native_write(call, 1, 0)) {
        return NATIVE_TRAP;
    }
    LibMemory *memory = memory_new(lib_here(call));
    memory->text_at = call->args[0].p;
    memory->size_at = call->args[1].p;
    return open_memory(call, memory, "w");
}
