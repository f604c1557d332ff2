// lib_fd.c: files by descriptor (POSIX open, close, lseek, and what read and write do with
// a descriptor of open).
//
// The program's descriptors are numbers of its own, 3 and up, into a table here: whatever
// else is open in this process (the host's sockets, the loop's pipes) has no number a
// program could say. 0, 1 and 2 are the cell's stdin, stdout and stderr: lib_stdio.c,
// lib_file.c.
#include "lib/lib_core.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum { FIRST_FD = 3, MAX_FDS = 256 };

// The process's descriptor behind the program's; -1 with errno set when there is none.
static int real_fd(const Lib *lib, int fd) {
    uint32_t at = (uint32_t)(fd - FIRST_FD);
    if (fd >= FIRST_FD && at < lib->fds.count && lib->fds.data[at] >= 0) {
        return lib->fds.data[at];
    }
    errno = EBADF;
    return -1;
}

bool lib_fd_is_open(const Lib *lib, int fd) {
    return fd >= FIRST_FD && (uint32_t)(fd - FIRST_FD) < lib->fds.count &&
           lib->fds.data[fd - FIRST_FD] >= 0;
}

// The lowest free number, as POSIX wants it.
static int give_number(Lib *lib, int fd) {
    uint32_t at = 0;
    while (at < lib->fds.count && lib->fds.data[at] >= 0) {
        at++;
    }
    if (at >= MAX_FDS) {
        (void)close(fd);
        errno = EMFILE;
        return -1;
    }
    if (at == lib->fds.count) {
        vec_push(lib->fds, fd);
    }
    lib->fds.data[at] = fd;
    return FIRST_FD + (int)at;
}

int lib_fd_number(Lib *lib, int fd) {
    int own = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    return own < 0 ? -1 : give_number(lib, own);
}

int lib_fd_duplicate(const Lib *lib, int number) {
    int fd = real_fd(lib, number);
    return fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, 0);
}

void lib_fd_forget(Lib *lib, int number) {
    if (lib_fd_is_open(lib, number)) {
        (void)close(lib->fds.data[number - FIRST_FD]);
        lib->fds.data[number - FIRST_FD] = -1;
    }
}

void lib_fd_close_all(Lib *lib) {
    for (uint32_t i = 0; i < lib->fds.count; i++) {
        if (lib->fds.data[i] >= 0) {
            (void)close(lib->fds.data[i]);
        }
    }
    vec_free(lib->fds);
}

static NativeResult done_errno(NativeCall *call, int64_t result) {
    if (result < 0) {
        lib_errno_set(lib_here(call), errno);
    }
    return done_int(call, result);
}

static NativeResult open_file(NativeCall *call, int flags, mode_t mode) {
    uint64_t length = 0;
    const char *path = native_string(call, 0, &length);
    if (!path) {
        return NATIVE_TRAP;
    }
    // A pipe or terminal must not hold the loop, nor a program it starts have the file.
    int fd = open(path, flags | O_CLOEXEC | O_NOCTTY, mode);
    return done_errno(call, fd < 0 ? fd : give_number(lib_here(call), fd));
}

// int open(const char *path, int flags, ...): POSIX. The mode counts with O_CREAT only.
NativeResult c_open(NativeCall *call) {
    int flags = arg_int(call, 1);
    ArgCursor cursor = cursor_of_call(call);
    if ((flags & O_CREAT) == 0) {
        return open_file(call, flags, 0);
    }
    if (cursor.count == 0) {
        vm_trap(call->vm, TRAP_VALUE,
                "open with O_CREAT needs the new file's mode as its third argument, such "
                "as 0644");
        return NATIVE_TRAP;
    }
    return open_file(call, flags, (mode_t)cursor.values[0].u);
}

// int mkstemp(char *pattern): POSIX. The XXXXXX at its end become the new file's name.
NativeResult c_mkstemp(NativeCall *call) {
    uint64_t length = 0;
    char *pattern =
        native_string(call, 0, &length) ? native_write(call, 0, length + 1) : NULL;
    if (!pattern) {
        return NATIVE_TRAP;
    }
    int fd = mkostemp(pattern, O_CLOEXEC);
    return done_errno(call, fd < 0 ? fd : give_number(lib_here(call), fd));
}

// int creat(const char *path, mode_t mode): POSIX
NativeResult c_creat(NativeCall *call) {
    return open_file(call, O_WRONLY | O_CREAT | O_TRUNC, (mode_t)call->args[1].u);
}

// int close(int fd): POSIX. The standard streams stay open: they are the cell's.
NativeResult c_close_fd(NativeCall *call) {
    Lib *lib = lib_here(call);
    int number = arg_int(call, 0);
    if (number >= 0 && number < FIRST_FD) {
        return done_int(call, 0);
    }
    int fd = real_fd(lib, number);
    if (fd < 0) {
        return done_errno(call, -1);
    }
    lib->fds.data[number - FIRST_FD] = -1;
    return done_errno(call, close(fd));
}

// off_t lseek(int fd, off_t offset, int whence): POSIX
NativeResult c_lseek(NativeCall *call) {
    int number = arg_int(call, 0);
    int fd = real_fd(lib_here(call), number);
    if (number >= 0 && number < FIRST_FD) {
        errno = ESPIPE;
    }
    return done_errno(call, fd < 0 ? -1 : lseek(fd, call->args[1].i, arg_int(call, 2)));
}

NativeResult lib_fd_read(NativeCall *call) {
    int fd = real_fd(lib_here(call), arg_int(call, 0));
    uint64_t n = call->args[2].u;
    char *to = fd < 0 || n == 0 ? NULL : native_write(call, 1, n);
    if (fd >= 0 && n > 0 && !to) {
        return NATIVE_TRAP;
    }
    return done_errno(call, fd < 0 ? -1 : n == 0 ? 0 : read(fd, to, n));
}

NativeResult lib_fd_write(NativeCall *call) {
    int fd = real_fd(lib_here(call), arg_int(call, 0));
    uint64_t n = call->args[2].u;
    const char *from = fd < 0 || n == 0 ? NULL : native_read(call, 1, n);
    if (fd >= 0 && n > 0 && !from) {
        return NATIVE_TRAP;
    }
    return done_errno(call, fd < 0 ? -1 : n == 0 ? 0 : write(fd, from, n));
}
