// lib_stdio.c: the standard streams: characters and lines of stdin, and puts and putchar.
//
// stdin is fed a line at a time by the host. A native that needs more than the buffered
// lines asks the loop for one and returns NATIVE_AGAIN: when the line has come the VM
// executes the same call again from its beginning. So a native here looks first whether
// everything it needs is there, and takes it out of the buffer only when it is sure to
// finish; what it had parsed before it had to ask is simply parsed again.
//
// Read next: lib_file.c (files), lib_scanf.c.
#include "lib/lib_core.h"
#include <assert.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>

// ---------------------------------------------------------------- the buffer of stdin

void lib_input_append(LibIn *in, const char *text, size_t size_bytes) {
    if (in->begin == in->end) {
        in->begin = in->end = 0;
    }
    size_t need = in->end + size_bytes;
    if (need > in->capacity) {
        if (in->begin > 0) {
            memmove(in->data, in->data + in->begin, in->end - in->begin);
        }
        in->end -= in->begin;
        in->begin = 0;
        need = in->end + size_bytes;
        if (need > in->capacity) {
            in->capacity = need * 2 < 256 ? 256 : need * 2;
            in->data = mem_resize(in->data, in->capacity);
        }
    }
    if (size_bytes > 0) {
        memcpy(in->data + in->end, text, size_bytes);
        in->end += size_bytes;
    }
}

static LibInput more_of_stdin(NativeCall *call, size_t have) {
    Lib *lib = lib_here(call);
    LibIn *in = &lib->in;
    while (in->end - in->begin <= have) {
        if (in->at_end) {
            return INPUT_END;
        }
        if (!loop_input_ready(lib->loop)) {
            if (!lib->hooks.input_allowed(lib->hooks.ctx, lib_cell(lib))) {
                vm_trap(call->vm, TRAP_NO_INPUT,
                        "this cell may not read from stdin (input is not allowed here)");
                return INPUT_TRAP;
            }
            loop_await_input(lib->loop, "", !call->suspend);
            return INPUT_AGAIN;
        }
        size_t size = 0;
        char *line = loop_input_take(lib->loop, &size);
        if (line) {
            lib_input_append(in, line, size);
            lib_input_append(in, "\n", 1);
            mem_free(line);
        } else {
            in->at_end = true;
        }
    }
    return INPUT_READY;
}

LibInput lib_input_more(NativeCall *call, const LibFile *file, size_t have) {
    assert(lib_file_in(file));
    return file->pipe ? lib_pipe_more(call, file->pipe, have) : more_of_stdin(call, have);
}

// What a native returns when lib_input_more did not say READY or END.
static NativeResult not_ready(LibInput state) {
    assert(state == INPUT_AGAIN || state == INPUT_TRAP);
    return state == INPUT_AGAIN ? NATIVE_AGAIN : NATIVE_TRAP;
}

// A host may go on with another line later (Jupyter has no end of input).
void lib_input_end(Lib *lib, LibFile *file) {
    if (!file->pipe) {
        lib->in.at_end = false;
    }
    file->at_end = true;
    file->end_cell = lib_cell(lib);
}

bool lib_input_ended(Lib *lib, LibFile *file) {
    file->at_end = file->at_end && file->end_cell == lib_cell(lib);
    return file->at_end;
}

static LibFile *standard(NativeCall *call, int which) {
    Lib *lib = lib_here(call);
    LibFile *file = vm_native_data(call->vm, lib->streams[which], &lib_file_class);
    assert(file);
    return file;
}

// ---------------------------------------------------------------- reading

static NativeResult read_char(NativeCall *call, LibFile *file) {
    Lib *lib = lib_here(call);
    LibIn *in = lib_file_in(file);
    if (!in) {
        errno = 0;
        int c = file->file ? getc(file->file) : EOF;
        return c == EOF && lib_file_fault(call, file) ? NATIVE_TRAP : done_int(call, c);
    }
    if (lib_input_ended(lib, file) && in->begin == in->end) {
        return done_int(call, EOF);
    }
    LibInput state = lib_input_more(call, file, 0);
    if (state == INPUT_END) {
        lib_input_end(lib, file);
        return done_int(call, EOF);
    }
    if (state != INPUT_READY) {
        return not_ready(state);
    }
    return done_int(call, (uint8_t)in->data[in->begin++]);
}

// int getchar(void): C17 7.21.7
NativeResult c_getchar(NativeCall *call) {
    return read_char(call, standard(call, 0));
}

// int getc(FILE *file): C17 7.21.7
NativeResult c_getc(NativeCall *call) {
    LibFile *file = lib_file_input(call, 0);
    return file ? read_char(call, file) : NATIVE_TRAP;
}

// A line that was found: a view into the buffer it is in, with its delimiter.
typedef struct Line {
    const char *text;
    uint64_t size;
} Line;

// Finds the end of the next line of a stream's buffer, its delimiter included, or of what is left at
// the end of input. The line is then a view into the buffer, not yet taken out.
// INPUT_END: nothing is left.
static LibInput view_line(NativeCall *call, LibFile *file, int delimiter, uint64_t max,
                          Line *line) {
    LibIn *in = lib_file_in(file);
    if (lib_input_ended(lib_here(call), file) && in->begin == in->end) {
        return INPUT_END;
    }
    for (;;) {
        size_t have = in->end - in->begin;
        const char *begin = in->data + in->begin;
        const char *hit = have ? memchr(begin, delimiter, have) : NULL;
        uint64_t length = hit ? (uint64_t)(hit - begin) + 1 : have;
        if (hit || have >= max) {
            *line = (Line){begin, length < max ? length : max};
            return INPUT_READY;
        }
        LibInput state = lib_input_more(call, file, have);
        if (state == INPUT_END) {
            if (have == 0) {
                lib_input_end(lib_here(call), file);
                return INPUT_END;
            }
            *line = (Line){in->data + in->begin, have};
            return INPUT_READY;
        }
        if (state != INPUT_READY) {
            return state;
        }
    }
}

// The next line of a stream, at most max bytes. After INPUT_READY the caller calls
// take_line when done with it.
static LibInput next_line(NativeCall *call, LibFile *file, int delimiter, uint64_t max,
                          Line *line) {
    if (lib_file_in(file)) {
        return view_line(call, file, delimiter, max, line);
    }
    Str *scratch = &lib_here(call)->scratch;
    scratch->count = 0;
    int c = errno = 0;
    while (scratch->count < max && scratch->count < LIMIT_OBJECT_BYTES / 2 &&
           (c = getc(file->file)) != EOF) {
        str_putc(scratch, (char)c);
        if (c == delimiter) {
            break;
        }
    }
    if (c == EOF && lib_file_fault(call, file)) {
        return INPUT_TRAP;
    }
    *line = (Line){scratch->data, scratch->count};
    return scratch->count ? INPUT_READY : INPUT_END;
}

static void take_line(const LibFile *file, uint64_t size) {
    LibIn *in = lib_file_in(file);
    if (in) {
        in->begin += size;
    }
}

// Stores a line (size bytes of text) and a final zero in argument 0.
static NativeResult store_line(NativeCall *call, const char *text, uint64_t size) {
    char *to = native_write(call, 0, size + 1);
    if (!to) {
        return NATIVE_TRAP;
    }
    memcpy(to, text, size);
    to[size] = 0;
    return NATIVE_DONE;
}

// char *fgets(char *to, int n, FILE *file): C17 7.21.7
NativeResult c_fgets(NativeCall *call) {
    LibFile *file = lib_file_input(call, 2);
    if (!file) {
        return NATIVE_TRAP;
    }
    int n = arg_int(call, 1);
    if (n <= 0) {
        return done_ptr(call, 0);
    }
    Line line = {"", 0};
    LibInput state =
        n == 1 ? INPUT_READY : next_line(call, file, '\n', (uint64_t)n - 1, &line);
    if (state == INPUT_END) {
        return done_ptr(call, 0);
    }
    if (state != INPUT_READY) {
        return not_ready(state);
    }
    if (store_line(call, line.text, line.size) != NATIVE_DONE) {
        return NATIVE_TRAP;
    }
    take_line(file, line.size);
    return NATIVE_DONE;
}

// char *gets(char *to)
NativeResult c_gets(NativeCall *call) {
    LibFile *file = standard(call, 0);
    Line line = {"", 0};
    LibInput state = next_line(call, file, '\n', UINT64_MAX, &line);
    if (state == INPUT_END) {
        return done_ptr(call, 0);
    }
    if (state != INPUT_READY) {
        return not_ready(state);
    }
    uint64_t keep = line.text[line.size - 1] == '\n' ? line.size - 1 : line.size;
    if (store_line(call, line.text, keep) != NATIVE_DONE) {
        return NATIVE_TRAP;
    }
    take_line(file, line.size);
    return NATIVE_DONE;
}

// Makes *line (argument 0), of *room (argument 1) bytes, large enough for a line; its
// place, 0 after a trap.
static Ptr grow_line(NativeCall *call, uint64_t size) {
    const Ptr *line = native_read(call, 0, sizeof *line);
    if (!line) {
        return 0;
    }
    const uint64_t *room = *line ? native_read(call, 1, sizeof *room) : NULL;
    if (*line && !room) {
        return 0;
    }
    if (*line && *room > size) {
        return *line;
    }
    // As glibc's: 120 bytes at first, and at least twice as many when that is too little.
    uint64_t had = *line ? *room : 120;
    uint64_t wanted = size < had ? had : size < had * 2 ? had * 2 : size + 1;
    Span where = vm_where(call->vm);
    Ptr grown = *line ? vm_realloc(call->vm, *line, wanted, where)
                      : vm_alloc(call->vm, OBJ_HEAP, wanted, false, where);
    Ptr *line_out = grown ? native_write(call, 0, sizeof *line_out) : NULL;
    uint64_t *room_out = line_out ? native_write(call, 1, sizeof *room_out) : NULL;
    if (!room_out) {
        return 0;
    }
    *line_out = grown;
    *room_out = wanted;
    return grown;
}

static NativeResult read_delimited(NativeCall *call, int delimiter, uint32_t file_arg) {
    LibFile *file = lib_file_input(call, file_arg);
    Line line = {"", 0};
    if (!file) {
        return NATIVE_TRAP;
    }
    // As glibc's: a stream with an error gives no more lines until clearerr.
    bool has_failed = file->file && ferror(file->file);
    LibInput state =
        has_failed ? INPUT_END : next_line(call, file, delimiter, UINT64_MAX, &line);
    if (state == INPUT_END) {
        return done_int(call, -1);
    }
    if (state != INPUT_READY) {
        return not_ready(state);
    }
    Ptr to = grow_line(call, line.size);
    char *bytes = to ? vm_write(call->vm, to, line.size + 1) : NULL;
    if (!bytes) {
        return NATIVE_TRAP;
    }
    memcpy(bytes, line.text, line.size);
    bytes[line.size] = 0;
    take_line(file, line.size);
    return done_uint(call, line.size);
}

// ssize_t getline(char **line, size_t *size, FILE *file): POSIX
NativeResult c_getline(NativeCall *call) {
    return read_delimited(call, '\n', 2);
}

// ssize_t getdelim(char **line, size_t *size, int delimiter, FILE *file): POSIX
NativeResult c_getdelim(NativeCall *call) {
    return read_delimited(call, (uint8_t)arg_int(call, 2), 3);
}

// int ungetc(int c, FILE *file): C17 7.21.7
NativeResult c_ungetc(NativeCall *call) {
    int c = arg_int(call, 0);
    LibFile *file = lib_file_input(call, 1);
    if (!file) {
        return NATIVE_TRAP;
    }
    if (c == EOF) {
        return done_int(call, EOF);
    }
    LibIn *in = lib_file_in(file);
    if (!in) {
        return done_int(call, ungetc(c, file->file));
    }
    if (in->begin == 0) {
        // Makes one byte of room in front.
        lib_input_append(in, "", 1);
        memmove(in->data + 1, in->data, in->end - 1);
        in->begin = 1;
    }
    in->data[--in->begin] = (char)c;
    file->at_end = false;
    return done_int(call, (uint8_t)c);
}

static NativeResult read_input_block(NativeCall *call, LibFile *file, uint64_t size,
                                     uint64_t wanted) {
    Lib *lib = lib_here(call);
    LibIn *in = lib_file_in(file);
    LibInput state = INPUT_READY;
    while (state == INPUT_READY && in->end - in->begin < wanted) {
        state = lib_input_more(call, file, in->end - in->begin);
    }
    if (state == INPUT_AGAIN || state == INPUT_TRAP) {
        return not_ready(state);
    }
    uint64_t have = in->end - in->begin < wanted ? in->end - in->begin : wanted;
    if (have < wanted) {
        lib_input_end(lib, file);
    }
    char *to = have ? native_write(call, 0, have) : NULL;
    if (have && !to) {
        return NATIVE_TRAP;
    }
    if (have) {
        memcpy(to, in->data + in->begin, have);
        in->begin += have;
    }
    return done_uint(call, have / size);
}

// size_t fread(void *to, size_t size, size_t count, FILE *file): C17 7.21.8
NativeResult c_fread(NativeCall *call) {
    LibFile *file = lib_file_input(call, 3);
    uint64_t size = call->args[1].u, count = call->args[2].u, wanted = 0;
    if (!file) {
        return NATIVE_TRAP;
    }
    if (size == 0 || count == 0) {
        return done_uint(call, 0);
    }
    // One byte more than fits: when the file has it, storing it is the fault.
    uint64_t most = native_extent(call, 0) + 1;
    if (__builtin_mul_overflow(size, count, &wanted) || wanted > most) {
        wanted = most;
    }
    if (lib_file_in(file)) {
        return read_input_block(call, file, size, wanted);
    }
    // Through a buffer, so that only what really came counts as initialised.
    Str *scratch = &lib_here(call)->scratch;
    scratch->count = 0;
    (void)vec_reserve(*scratch, wanted);
    errno = 0;
    size_t have = fread(scratch->data, 1, wanted, file->file);
    if (have < wanted && lib_file_fault(call, file)) {
        return NATIVE_TRAP;
    }
    void *to = have ? native_write(call, 0, have) : NULL;
    if (have && !to) {
        return NATIVE_TRAP;
    }
    if (have) {
        memcpy(to, scratch->data, have);
    }
    return done_uint(call, have / size);
}

// ssize_t read(int fd, void *to, size_t n): POSIX.
// read(0, to, n): what is there of stdin, at least one byte.
NativeResult c_read(NativeCall *call) {
    Lib *lib = lib_here(call);
    uint64_t n = call->args[2].u;
    if (arg_int(call, 0) != 0) {
        return lib_fd_read(call);
    }
    LibInput state = n ? more_of_stdin(call, 0) : INPUT_END;
    if (state == INPUT_END) {
        lib->in.at_end = false;
        return done_int(call, 0);
    }
    if (state != INPUT_READY) {
        return not_ready(state);
    }
    uint64_t have = lib->in.end - lib->in.begin < n ? lib->in.end - lib->in.begin : n;
    char *to = native_write(call, 1, have);
    if (!to) {
        return NATIVE_TRAP;
    }
    memcpy(to, lib->in.data + lib->in.begin, have);
    lib->in.begin += have;
    return done_uint(call, have);
}

// ---------------------------------------------------------------- writing

// int puts(const char *s): C17 7.21.7
NativeResult c_puts(NativeCall *call) {
    uint64_t length = 0;
    const char *text = native_string(call, 0, &length);
    if (!text) {
        return NATIVE_TRAP;
    }
    Lib *lib = lib_here(call);
    lib_put(lib, 1, text, length);
    lib_put(lib, 1, "\n", 1);
    // As glibc's: what was printed.
    return done_int(call, length < INT_MAX ? (int64_t)length + 1 : INT_MAX);
}

// int putchar(int c): C17 7.21.7
NativeResult c_putchar(NativeCall *call) {
    char c = (char)arg_int(call, 0);
    lib_put(lib_here(call), 1, &c, 1);
    return done_int(call, (uint8_t)c);
}

// int putc(int c, FILE *file): C17 7.21.7
NativeResult c_putc(NativeCall *call) {
    LibFile *file = lib_file_output(call, 1);
    char c = (char)arg_int(call, 0);
    NativeResult room = file ? lib_file_room(call, file) : NATIVE_TRAP;
    if (room != NATIVE_DONE) {
        return room;
    }
    return done_int(call, lib_file_write(lib_here(call), file, &c, 1) ? (uint8_t)c : EOF);
}

// int fputs(const char *s, FILE *file): C17 7.21.7
NativeResult c_fputs(NativeCall *call) {
    LibFile *file = lib_file_output(call, 1);
    uint64_t length = 0;
    const char *text = file ? native_string(call, 0, &length) : NULL;
    NativeResult room = text ? lib_file_room(call, file) : NATIVE_TRAP;
    if (room != NATIVE_DONE) {
        return room;
    }
    return done_int(call, lib_file_write(lib_here(call), file, text, length) ? 1 : EOF);
}

// size_t fwrite(const void *from, size_t size, size_t count, FILE *file): C17 7.21.8
NativeResult c_fwrite(NativeCall *call) {
    LibFile *file = lib_file_output(call, 3);
    uint64_t size = call->args[1].u, count = call->args[2].u, wanted = 0;
    if (!file) {
        return NATIVE_TRAP;
    }
    if (size == 0 || count == 0) {
        return done_uint(call, 0);
    }
    if (__builtin_mul_overflow(size, count, &wanted)) {
        wanted = UINT64_MAX;
    }
    const char *from = native_read(call, 0, wanted);
    NativeResult room = from ? lib_file_room(call, file) : NATIVE_TRAP;
    if (room != NATIVE_DONE) {
        return room;
    }
    return done_uint(call,
                     lib_file_write(lib_here(call), file, from, wanted) ? count : 0);
}
