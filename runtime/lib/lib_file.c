// lib_file.c: FILE: files of the machine through libc's stdio, inside library objects
// that the collector closes.
//
//     FILE *f  -->  object (lib_file_class)  -->  LibFile { libc FILE * }
//
// The three standard streams are LibFiles without a libc FILE: stdin is lib_stdio.c's
// buffer, stdout and stderr go to the cell. FILEs over memory are in lib_memstream.c,
// those from and to commands in lib_pipe.c. Always
// holds: a closed FILE stays an object, so that using it is a fault and never libc's crash.
#include "lib/lib_core.h"
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <sys/stat.h>
#include <unistd.h>

static void close_file(VM *vm, void *data) {
    (void)vm;
    LibFile *file = data;
    if (file->memory) {
        lib_memory_abandon(file->memory);
        file->memory = NULL;
    }
    if (file->file) {
        fclose(file->file);
        file->file = NULL;
    }
    if (file->pipe) {
        lib_pipe_destroy(&file->pipe);
    }
    mem_free(file->path);
    file->path = NULL;
}

static char *describe_file(VM *vm, const void *data) {
    (void)vm;
    static const char *const names[] = {"stdin", "stdout", "stderr"};
    const LibFile *file = data;
    if (file->standard >= 0) {
        return mem_strdup(names[file->standard]);
    }
    return mem_printf("FILE \"%s\"%s", file->path ? file->path : "",
                      file->is_closed ? " (closed)" : "");
}

static void trace_file(VM *vm, void *data) {
    const LibFile *file = data;
    if (file->memory) {
        lib_memory_trace(vm, file->memory);
    }
}

const NativeClass lib_file_class = {.name = "FILE",
                                    .size_bytes = sizeof(LibFile),
                                    .finalize = close_file,
                                    .trace = trace_file,
                                    .describe = describe_file};

// The same, whatever has become of the memory it is over.
static LibFile *open_file(NativeCall *call, uint32_t i) {
    Ptr p = call->args[i].p;
    LibFile *file = vm_native_data(call->vm, p, &lib_file_class);
    if (!p) {
        vm_trap(call->vm, TRAP_NULL_POINTER,
                "the FILE * is NULL: did fopen fail? It returns NULL then, and errno "
                "says why");
    } else if (!file) {
        vm_trap(call->vm, TRAP_VALUE, "argument %u is no FILE * that fopen returned",
                i + 1);
    } else if (file->is_closed) {
        vm_trap(call->vm, TRAP_USE_AFTER_FREE, "this file is closed already");
        vm_trap_note(call->vm, file->closed_at, "closed here");
        return NULL;
    }
    return file;
}

LibFile *lib_file_arg(NativeCall *call, uint32_t i) {
    LibFile *file = open_file(call, i);
    bool ok = !file || !file->memory || lib_memory_check(call, file->memory);
    return ok ? file : NULL;
}

LibFile *lib_file_input(NativeCall *call, uint32_t i) {
    LibFile *file = lib_file_arg(call, i);
    if (file && file->standard > 0) {
        vm_trap(call->vm, TRAP_VALUE, "%s is for writing, it cannot be read",
                file->standard == 1 ? "stdout" : "stderr");
        return NULL;
    }
    if (file && file->pipe && !lib_pipe_reads(file->pipe)) {
        vm_trap(call->vm, TRAP_VALUE,
                "this stream writes to a command, it cannot be read: popen's \"r\" reads "
                "what a command prints");
        return NULL;
    }
    return file;
}

LibFile *lib_file_output(NativeCall *call, uint32_t i) {
    LibFile *file = lib_file_arg(call, i);
    if (file && file->standard == 0) {
        vm_trap(call->vm, TRAP_VALUE, "stdin is for reading, it cannot be written");
        return NULL;
    }
    if (file && file->pipe && lib_pipe_reads(file->pipe)) {
        vm_trap(call->vm, TRAP_VALUE,
                "this stream reads from a command, it cannot be written: popen's \"w\" "
                "writes to a command");
        return NULL;
    }
    return file;
}

bool lib_file_fault(NativeCall *call, LibFile *file) {
    if (errno != 0) {
        lib_errno_set(lib_here(call), errno);
    }
    return file->memory && lib_memory_fault(call, file->memory);
}

NativeResult lib_file_room(NativeCall *call, LibFile *file) {
    return file->pipe ? lib_pipe_room(call, file->pipe) : NATIVE_DONE;
}

bool lib_file_write(Lib *lib, LibFile *file, const char *text, size_t size_bytes) {
    if (file->standard > 0) {
        lib_print(lib, file->standard, text, size_bytes);
        return true;
    }
    errno = 0;
    if (file->pipe ? !lib_pipe_write(file->pipe, text, size_bytes)
                   : fwrite(text, 1, size_bytes, file->file) < size_bytes) {
        lib_errno_set(lib, errno);
        return false;
    }
    return true;
}

// ---------------------------------------------------------------- opening and closing

static NativeResult failed_ptr(NativeCall *call) {
    lib_errno_set(lib_here(call), errno);
    return done_ptr(call, 0);
}

static NativeResult done_errno(NativeCall *call, int result) {
    if (result != 0) {
        lib_errno_set(lib_here(call), errno);
    }
    return done_int(call, result);
}

LibFile *lib_file_adopt(NativeCall *call, FILE *opened, const char *path) {
    void *data = NULL;
    Ptr p = vm_native_new(call->vm, &lib_file_class, &data);
    if (!p) {
        fclose(opened);
        return NULL;
    }
    LibFile *file = data;
    file->file = opened;
    file->standard = file->number = -1;
    file->path = mem_strdup(path);
    (void)done_ptr(call, p);
    return file;
}

static NativeResult adopt(NativeCall *call, FILE *opened, const char *path) {
    return lib_file_adopt(call, opened, path) ? NATIVE_DONE : NATIVE_TRAP;
}

// C17 7.21.5.3p3: r, w or a, then + b x e in any order.
bool lib_file_is_mode(const char *mode) {
    return mode[0] && strchr("rwa", mode[0]) &&
           strspn(mode + 1, "+bxet") == strlen(mode + 1);
}

// FILE *fopen(const char *path, const char *mode): C17 7.21.5
NativeResult c_fopen(NativeCall *call) {
    uint64_t length = 0;
    const char *path = native_string(call, 0, &length);
    const char *mode = path ? native_string(call, 1, &length) : NULL;
    if (!mode) {
        return NATIVE_TRAP;
    }
    if (!lib_file_is_mode(mode)) {
        vm_trap(call->vm, TRAP_VALUE,
                "fopen's mode is \"r\", \"w\" or \"a\", with \"+\", \"b\" or \"x\" "
                "behind it, not \"%s\"",
                mode);
        return NATIVE_TRAP;
    }
    FILE *opened = fopen(path, mode);
    return opened ? adopt(call, opened, path) : failed_ptr(call);
}

// FILE *fdopen(int fd, const char *mode): POSIX. The descriptor belongs to the FILE now.
NativeResult c_fdopen(NativeCall *call) {
    Lib *lib = lib_here(call);
    uint64_t length = 0;
    int number = arg_int(call, 0);
    const char *mode = native_string(call, 1, &length);
    if (!mode) {
        return NATIVE_TRAP;
    }
    if (number >= 0 && number < 3) {
        return done_ptr(call, lib->streams[number]);
    }
    int fd = lib_fd_duplicate(lib, number);
    errno = fd >= 0 && !lib_file_is_mode(mode) ? EINVAL : errno;
    FILE *opened = fd >= 0 && lib_file_is_mode(mode) ? fdopen(fd, mode) : NULL;
    if (!opened) {
        int reason = errno;
        (void)(fd >= 0 && close(fd));
        errno = reason;
        return failed_ptr(call);
    }
    LibFile *file = lib_file_adopt(call, opened, "from a descriptor");
    if (!file) {
        return NATIVE_TRAP;
    }
    file->fd = number;
    return NATIVE_DONE;
}

// What a stream's last flush has left may not be lost: the memory it is for must be there.
// One that has nothing to write needs it no more.
static LibFile *closable(NativeCall *call, uint32_t i) {
    LibFile *file = open_file(call, i);
    bool needs = file && file->memory &&
                 (!lib_memory_is_array(file->memory) || __fpending(file->file) > 0);
    return needs && !lib_memory_check(call, file->memory) ? NULL : file;
}

enum { STREAM_FAULT = -2 };

// fclose's result, or STREAM_FAULT after a trap; the file is gone in any case.
static int close_stream(NativeCall *call, LibFile *file) {
    bool ok = true;
    if (file->memory && !lib_memory_is_array(file->memory)) {
        (void)fflush(file->file);
        ok = lib_memory_publish(call, file->memory, true);
    }
    file->memory = NULL;
    int result = fclose(file->file);
    file->file = NULL;
    return ok ? result : STREAM_FAULT;
}

// FILE *freopen(const char *path, const char *mode, FILE *file): C17 7.21.5. No path: the
// same file in another mode; a stream that is no file of the machine stays as it is.
NativeResult c_freopen(NativeCall *call) {
    uint64_t length = 0;
    const char *mode = native_string(call, 1, &length);
    bool has_path = call->args[0].p != 0;
    const char *path = mode && has_path ? native_string(call, 0, &length) : NULL;
    LibFile *file = mode && (path || !has_path) ? lib_file_arg(call, 2) : NULL;
    if (!file) {
        return NATIVE_TRAP;
    }
    if (!has_path && (file->memory || !file->file)) {
        return done_ptr(call, call->args[2].p);
    }
    if (file->memory && close_stream(call, file) == STREAM_FAULT) {
        return NATIVE_TRAP;
    }
    if (file->pipe) {
        vm_trap(call->vm, TRAP_VALUE, "this stream is popen's: pclose it, then fopen");
        return NATIVE_TRAP;
    }
    FILE *opened = file->file ? freopen(path, mode, file->file) : fopen(path, mode);
    file->file = opened;
    file->standard = opened ? -1 : file->number;
    file->is_closed = file->standard < 0 && !opened;
    file->closed_at = vm_where(call->vm);
    return opened ? done_ptr(call, call->args[2].p) : failed_ptr(call);
}

// FILE *tmpfile(void): C17 7.21.4
NativeResult c_tmpfile(NativeCall *call) {
    FILE *opened = tmpfile();
    return opened ? adopt(call, opened, "temporary file") : failed_ptr(call);
}

// int fclose(FILE *file): C17 7.21.5
NativeResult c_fclose(NativeCall *call) {
    LibFile *file = closable(call, 0);
    if (!file) {
        return NATIVE_TRAP;
    }
    if (file->standard >= 0) {
        return done_int(call, 0);
    }
    if (file->pipe) {
        vm_trap(call->vm, TRAP_VALUE, "pclose closes a stream that popen opened");
        return NATIVE_TRAP;
    }
    int result = close_stream(call, file);
    lib_fd_forget(lib_here(call), file->fd);
    file->fd = 0;
    // A standard stream is itself again.
    file->standard = file->number;
    file->is_closed = file->number < 0;
    file->closed_at = vm_where(call->vm);
    return result == STREAM_FAULT ? NATIVE_TRAP : done_errno(call, result);
}

// int fflush(FILE *file): C17 7.21.5
NativeResult c_fflush(NativeCall *call) {
    if (!call->args[0].p) {
        NativeResult wait;
        if (!lib_pipe_flush_all(call, &wait)) {
            return wait;
        }
        int result = fflush(NULL);
        return lib_memory_publish_all(call) ? done_int(call, result) : NATIVE_TRAP;
    }
    LibFile *file = lib_file_arg(call, 0);
    if (!file) {
        return NATIVE_TRAP;
    }
    if (file->standard >= 0) {
        return done_int(call, 0);
    }
    if (file->pipe) {
        NativeResult wait;
        bool is_sent = lib_pipe_flush(call, file->pipe, &wait);
        errno = *lib_pipe_error(file->pipe);
        return is_sent ? done_errno(call, errno != 0 ? EOF : 0) : wait;
    }
    int result = fflush(file->file);
    bool ok = !file->memory || lib_memory_publish(call, file->memory, false);
    return ok ? done_errno(call, result) : NATIVE_TRAP;
}

// ---------------------------------------------------------------- places

// The file in argument 0 if it has places. Else NULL with *result: a trap, or -1 and
// ESPIPE for a standard stream or a command.
static LibFile *seekable(NativeCall *call, NativeResult *result) {
    LibFile *file = lib_file_arg(call, 0);
    *result = NATIVE_TRAP;
    if (file && !file->file) {
        lib_errno_set(lib_here(call), ESPIPE);
        *result = done_int(call, -1);
        return NULL;
    }
    return file;
}

// int fseek(FILE *file, long offset, int whence): C17 7.21.9
NativeResult c_fseek(NativeCall *call) {
    NativeResult result;
    LibFile *file = seekable(call, &result);
    return file ? done_errno(call, fseek(file->file, call->args[1].i, arg_int(call, 2)))
                : result;
}

// long ftell(FILE *file): C17 7.21.9
NativeResult c_ftell(NativeCall *call) {
    NativeResult result;
    LibFile *file = seekable(call, &result);
    return file ? done_int(call, ftell(file->file)) : result;
}

// void rewind(FILE *file): C17 7.21.9
NativeResult c_rewind(NativeCall *call) {
    LibFile *file = lib_file_arg(call, 0);
    if (!file) {
        return NATIVE_TRAP;
    }
    if (file->file) {
        rewind(file->file);
    }
    file->at_end = false;
    return done();
}

// int fgetpos(FILE *file, fpos_t *at): C17 7.21.9
NativeResult c_fgetpos(NativeCall *call) {
    NativeResult result;
    LibFile *file = seekable(call, &result);
    if (!file) {
        return result;
    }
    long *at = native_write(call, 1, sizeof *at);
    if (!at) {
        return NATIVE_TRAP;
    }
    *at = ftell(file->file);
    return done_errno(call, *at < 0 ? -1 : 0);
}

// int fsetpos(FILE *file, const fpos_t *at): C17 7.21.9
NativeResult c_fsetpos(NativeCall *call) {
    NativeResult result;
    LibFile *file = seekable(call, &result);
    if (!file) {
        return result;
    }
    const long *at = native_read(call, 1, sizeof *at);
    return at ? done_errno(call, fseek(file->file, *at, SEEK_SET)) : NATIVE_TRAP;
}

// ---------------------------------------------------------------- states

// int feof(FILE *file): C17 7.21.10
NativeResult c_feof(NativeCall *call) {
    LibFile *file = lib_file_arg(call, 0);
    if (!file) {
        return NATIVE_TRAP;
    }
    return done_int(call, file->file ? feof(file->file) != 0 : file->at_end);
}

// int ferror(FILE *file): C17 7.21.10
NativeResult c_ferror(NativeCall *call) {
    LibFile *file = lib_file_arg(call, 0);
    if (!file) {
        return NATIVE_TRAP;
    }
    bool failed = file->file   ? ferror(file->file) != 0
                  : file->pipe ? *lib_pipe_error(file->pipe) != 0
                               : false;
    return done_int(call, failed);
}

// void clearerr(FILE *file): C17 7.21.10
NativeResult c_clearerr(NativeCall *call) {
    LibFile *file = lib_file_arg(call, 0);
    if (!file) {
        return NATIVE_TRAP;
    }
    file->at_end = false;
    if (file->file) {
        clearerr(file->file);
    } else if (file->pipe) {
        *lib_pipe_error(file->pipe) = 0;
    }
    return done();
}

// int fileno(FILE *file): POSIX
NativeResult c_fileno(NativeCall *call) {
    LibFile *file = lib_file_arg(call, 0);
    if (!file) {
        return NATIVE_TRAP;
    }
    if (file->pipe) {
        errno = EBADF; // it has no number of the program's
        return done_errno(call, -1);
    }
    if (file->standard < 0 && file->fd == 0) {
        int number = lib_fd_number(lib_here(call), fileno(file->file));
        if (number < 0) {
            return done_errno(call, -1);
        }
        file->fd = number;
    }
    return done_int(call, file->standard >= 0 ? file->standard : file->fd);
}

// How a file is buffered, in libc's own memory. That of the standard streams is the
// session's affair: output always comes in order and before any wait.
static NativeResult set_buffer(NativeCall *call, int mode) {
    LibFile *file = lib_file_arg(call, 0);
    if (!file) {
        return NATIVE_TRAP;
    }
    bool is_known = mode == _IOFBF || mode == _IOLBF || mode == _IONBF;
    return done_int(call, !is_known    ? -1
                          : file->file ? setvbuf(file->file, NULL, mode, 0)
                                       : 0);
}

// int setvbuf(FILE *file, char *buffer, int mode, size_t size): C17 7.21.5
NativeResult c_setvbuf(NativeCall *call) {
    return set_buffer(call, arg_int(call, 2));
}

// void setbuf(FILE *file, char *buffer): C17 7.21.5
NativeResult c_setbuf(NativeCall *call) {
    return set_buffer(call, call->args[1].p ? _IOFBF : _IONBF);
}

// void setlinebuf(FILE *file): glibc
NativeResult c_setlinebuf(NativeCall *call) {
    return set_buffer(call, _IOLBF);
}

// ---------------------------------------------------------------- names

// int remove(const char *path): C17 7.21.4
NativeResult c_remove(NativeCall *call) {
    uint64_t length = 0;
    const char *path = native_string(call, 0, &length);
    return path ? done_errno(call, remove(path)) : NATIVE_TRAP;
}

// int rename(const char *from, const char *to): C17 7.21.4
NativeResult c_rename(NativeCall *call) {
    uint64_t length = 0;
    const char *from = native_string(call, 0, &length);
    const char *to = from ? native_string(call, 1, &length) : NULL;
    return to ? done_errno(call, rename(from, to)) : NATIVE_TRAP;
}

// char *tmpnam(char *to): C17 7.21.4.
// A name nobody uses now. Into the array given (L_tmpnam bytes) or a new string.
NativeResult c_tmpnam(NativeCall *call) {
    Lib *lib = lib_here(call);
    char name[32];
    do {
        snprintf(name, sizeof name, "/tmp/cora%05x%05u", (unsigned)getpid() & 0xfffffu,
                 (unsigned)(lib->tmpnam_count++ % 100000));
    } while (access(name, F_OK) == 0);
    static_assert(sizeof "/tmp/cora0000000000" <= 20, "L_tmpnam of stdio.h");
    if (!call->args[0].p) {
        Ptr p = vm_string(call->vm, name, strlen(name));
        return p ? done_ptr(call, p) : NATIVE_TRAP;
    }
    char *to = native_write(call, 0, strlen(name) + 1);
    if (!to) {
        return NATIVE_TRAP;
    }
    memcpy(to, name, strlen(name) + 1);
    return done_ptr(call, call->args[0].p);
}

// ---------------------------------------------------------------- <unistd.h>,
// <sys/stat.h>

// int access(const char *path, int mode): POSIX
NativeResult c_access(NativeCall *call) {
    uint64_t length = 0;
    const char *path = native_string(call, 0, &length);
    return path ? done_errno(call, access(path, arg_int(call, 1))) : NATIVE_TRAP;
}

// int rmdir(const char *path): POSIX
NativeResult c_rmdir(NativeCall *call) {
    uint64_t length = 0;
    const char *path = native_string(call, 0, &length);
    return path ? done_errno(call, rmdir(path)) : NATIVE_TRAP;
}

// int mkdir(const char *path, mode_t mode): POSIX
NativeResult c_mkdir(NativeCall *call) {
    uint64_t length = 0;
    const char *path = native_string(call, 0, &length);
    return path ? done_errno(call, mkdir(path, (mode_t)call->args[1].u)) : NATIVE_TRAP;
}

// int chdir(const char *path): POSIX
NativeResult c_chdir(NativeCall *call) {
    uint64_t length = 0;
    const char *path = native_string(call, 0, &length);
    return path ? done_errno(call, chdir(path)) : NATIVE_TRAP;
}

// char *getcwd(char *to, size_t n): POSIX
NativeResult c_getcwd(NativeCall *call) {
    char path[4096];
    if (!getcwd(path, sizeof path)) {
        return failed_ptr(call);
    }
    uint64_t size = strlen(path) + 1;
    if (!call->args[0].p) {
        Ptr p = lib_heap_string(call, path, size - 1);
        return p ? done_ptr(call, p) : NATIVE_TRAP;
    }
    if (size > call->args[1].u) {
        errno = ERANGE;
        return failed_ptr(call);
    }
    char *to = native_write(call, 0, size);
    if (!to) {
        return NATIVE_TRAP;
    }
    memcpy(to, path, size);
    return NATIVE_DONE;
}

// pid_t getpid(void): POSIX
NativeResult c_getpid(NativeCall *call) {
    return done_int(call, getpid());
}

// pid_t getppid(void): POSIX
NativeResult c_getppid(NativeCall *call) {
    return done_int(call, getppid());
}

// uid_t getuid(void): POSIX
NativeResult c_getuid(NativeCall *call) {
    return done_uint(call, getuid());
}

// gid_t getgid(void): POSIX
NativeResult c_getgid(NativeCall *call) {
    return done_uint(call, getgid());
}

// int gethostname(char *to, size_t n): POSIX
NativeResult c_gethostname(NativeCall *call) {
    char *to = call->args[1].u ? native_write(call, 0, call->args[1].u) : NULL;
    if (!to && call->args[1].u) {
        return NATIVE_TRAP;
    }
    return done_errno(call, gethostname(to, call->args[1].u));
}

// int isatty(int fd): POSIX
NativeResult c_isatty(NativeCall *call) {
    return done_int(call, 0);
}

// int stat(const char *path, struct stat *result): POSIX.
// The fields of struct stat in sys/stat.h, in its order.
NativeResult c_stat(NativeCall *call) {
    uint64_t length = 0;
    struct stat st;
    const char *path = native_string(call, 0, &length);
    if (!path) {
        return NATIVE_TRAP;
    }
    if (stat(path, &st) != 0) {
        return done_errno(call, -1);
    }
    int64_t *to = native_write(call, 1, 13 * sizeof *to);
    if (!to) {
        return NATIVE_TRAP;
    }
    const int64_t fields[13] = {
        (int64_t)st.st_dev,    (int64_t)st.st_ino,   (int64_t)st.st_mode,
        (int64_t)st.st_nlink,  (int64_t)st.st_uid,   (int64_t)st.st_gid,
        (int64_t)st.st_rdev,   (int64_t)st.st_size,  (int64_t)st.st_blksize,
        (int64_t)st.st_blocks, (int64_t)st.st_atime, (int64_t)st.st_mtime,
        (int64_t)st.st_ctime};
    memcpy(to, fields, sizeof fields);
    return done_int(call, 0);
}

// ssize_t write(int fd, const void *from, size_t n): POSIX.
// write(1, ...) and write(2, ...) print.
NativeResult c_write(NativeCall *call) {
    int fd = arg_int(call, 0);
    uint64_t n = call->args[2].u;
    if (fd != 1 && fd != 2) {
        return lib_fd_write(call);
    }
    const char *text = native_read(call, 1, n);
    if (!text) {
        return NATIVE_TRAP;
    }
    lib_print(lib_here(call), fd, text, n);
    return done_uint(call, n);
}
