// magic_shell.c: the magics about the world outside: directories, environment, files, and
// !command. See magic.h.
//
// A command runs in a child made by posix_spawn, in a process group of its own, while the
// runtime thread copies its output to the cell; the protocol thread is not involved. Like
// any plain call that blocks, it holds the loop. An interrupt reaches the child as SIGINT
// and, a second later, as SIGKILL.
#include "sink.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { LOOK_MS = 20, KILL_MS = 1000, SETTLE_LOOKS = 3 };

// Prints text and a newline.
static void print_line(Kernel *kernel, CoraCellId cell, const char *text) {
    Buf line = {0};
    buf_printf(&line, "%s\n", text);
    magic_print(kernel, cell, buf_bytes(&line));
    buf_deinit(&line);
}

// ---------------------------------------------------------------- directories

// Where we are now; %cd says so too, because a relative path can surprise.
static char *print_dir(Kernel *kernel, CoraCellId cell) {
    char *dir = getcwd(NULL, 0);
    if (!dir) {
        return magic_error("the working directory: %s", strerror(errno));
    }
    print_line(kernel, cell, dir);
    free(dir);
    return NULL;
}

char *magic_pwd(Kernel *kernel, CoraCellId cell, const char *args) {
    return args[0] ? magic_error("%%pwd takes no arguments") : print_dir(kernel, cell);
}

char *magic_cd(Kernel *kernel, CoraCellId cell, const char *args) {
    const char *home = getenv("HOME");
    Buf path = {0};
    if (strcmp(args, "-") == 0) {
        if (!kernel->magic.previous_dir) {
            return magic_error("there is no previous directory");
        }
        buf_add_text(&path, kernel->magic.previous_dir);
    } else if (!args[0] || (args[0] == '~' && (args[1] == '/' || !args[1]))) {
        buf_add_text(&path, home ? home : "/");
        buf_add_text(&path, args[0] ? args + 1 : "");
    } else {
        buf_add_text(&path, args);
    }
    char *dir = buf_take_text(&path);
    char *before = getcwd(NULL, 0);
    if (chdir(dir) != 0) {
        char *error = magic_error("%s: %s", dir, strerror(errno));
        free(before);
        free(dir);
        return error;
    }
    free(kernel->magic.previous_dir);
    kernel->magic.previous_dir = before;
    free(dir);
    return print_dir(kernel, cell);
}

// ---------------------------------------------------------------- environment

char *magic_env(Kernel *kernel, CoraCellId cell, const char *args) {
    if (!args[0]) {
        Buf text = {0};
        for (char **entry = environ; *entry; entry++) {
            buf_printf(&text, "%s\n", *entry);
        }
        magic_print(kernel, cell, buf_bytes(&text));
        buf_deinit(&text);
        return NULL;
    }
    size_t size = strcspn(args, "= \t");
    char *name = bytes_copy((Bytes){args, size});
    const char *value = args + size;
    char *error = NULL;
    if (*value) {
        value += strspn(value, " \t");
        value += *value == '=' ? 1 : 0;
        if (setenv(name, value, 1) != 0) {
            error = magic_error("`%.40s` can't be set: %s", name, strerror(errno));
        } else {
            Buf text = {0};
            buf_printf(&text, "env: %s=%s\n", name, value);
            magic_print(kernel, cell, buf_bytes(&text));
            buf_deinit(&text);
        }
    } else if (getenv(name)) {
        print_line(kernel, cell, getenv(name));
    } else {
        error = magic_error("the environment has no `%.80s`", name);
    }
    free(name);
    return error;
}

// ---------------------------------------------------------------- %%writefile

void magic_cell_writefile(Kernel *kernel, const CoraCell *cell, const char *args,
                          Bytes body) {
    bool appends = strncmp(args, "-a", 2) == 0 && (args[2] == ' ' || args[2] == '\t');
    const char *path = args + (appends ? 2 : 0);
    path += strspn(path, " \t");
    if (!path[0]) {
        sink_emit_done(kernel, cell->id, "MagicError",
                       "%%writefile needs the name of a file");
        return;
    }
    bool existed = access(path, F_OK) == 0;
    FILE *file = fopen(path, appends ? "ab" : "wb");
    bool ok = file && fwrite(body.data, 1, body.size, file) == body.size;
    // Every cell ends with a line, also when its last newline was left out.
    if (ok && body.size > 0 && body.data[body.size - 1] != '\n') {
        ok = fputc('\n', file) != EOF;
    }
    if (file && fclose(file) != 0) {
        ok = false;
    }
    if (!ok) {
        char *error = magic_error("%s: %s", path, strerror(errno));
        sink_emit_done(kernel, cell->id, "MagicError", error);
        free(error);
        return;
    }
    Buf text = {0};
    buf_printf(&text, "%s %s",
               appends   ? "Appending to"
               : existed ? "Overwriting"
                         : "Writing",
               path);
    char *line = buf_take_text(&text);
    print_line(kernel, cell->id, line);
    free(line);
    sink_emit_done(kernel, cell->id, NULL, NULL);
}

// ---------------------------------------------------------------- !command

typedef struct Child {
    pid_t pid;
    int out[2]; // what we read of stdout and stderr; -1: closed
} Child;

// Starts `/bin/sh -c command`. Returns 0 or an errno value.
static int spawn(const char *command, const int write_ends[2], pid_t *pid) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attr;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attr);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, write_ends[0], 1);
    posix_spawn_file_actions_adddup2(&actions, write_ends[1], 2);
    // The child starts with a plain signal state, not with the kernel's.
    sigset_t none, ours;
    sigemptyset(&none);
    sigemptyset(&ours);
    static const int handled[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
    for (size_t i = 0; i < sizeof handled / sizeof *handled; i++) {
        sigaddset(&ours, handled[i]);
    }
    posix_spawnattr_setsigmask(&attr, &none);
    posix_spawnattr_setsigdefault(&attr, &ours);
    posix_spawnattr_setpgroup(&attr, 0);
    posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                        POSIX_SPAWN_SETPGROUP);
    char *argv[] = {"sh", "-c", (char *)(uintptr_t)command, NULL};
    int reason = posix_spawn(pid, "/bin/sh", &actions, &attr, argv, environ);
    posix_spawnattr_destroy(&attr);
    posix_spawn_file_actions_destroy(&actions);
    return reason;
}

// Copies what is there of one stream; closes it at its end.
static void copy(Kernel *kernel, CoraCellId cell, Child *child, int i) {
    char block[16384];
    ssize_t n = read(child->out[i], block, sizeof block);
    if (n > 0) {
        cora_print(kernel->session, cell, i + 1, block, (size_t)n);
    } else if (n == 0 || (errno != EINTR && errno != EAGAIN)) {
        close(child->out[i]);
        child->out[i] = -1;
    }
}

// Copies output until both streams end, or the child has ended and its own children, who
// may hold the streams open for ever, are silent.
static void follow(Kernel *kernel, CoraCellId cell, Child *child) {
    unsigned interrupts = atomic_load(&kernel->interrupts);
    int64_t interrupted_ms = 0;
    bool has_ended = false;
    int silent_looks = 0;
    while (!has_ended ||
           ((child->out[0] >= 0 || child->out[1] >= 0) && silent_looks < SETTLE_LOOKS)) {
        struct pollfd fds[2] = {{child->out[0], POLLIN, 0}, {child->out[1], POLLIN, 0}};
        int ready = poll(fds, 2, LOOK_MS);
        for (int i = 0; i < 2 && ready > 0; i++) {
            if (child->out[i] >= 0 && fds[i].revents) {
                copy(kernel, cell, child, i);
            }
        }
        silent_looks = ready > 0 ? 0 : silent_looks + 1;
        if (!has_ended) {
            pid_t pid = waitpid(child->pid, NULL, WNOHANG);
            has_ended = pid == child->pid || (pid < 0 && errno == ECHILD);
            silent_looks = has_ended ? 0 : silent_looks;
        }
        if (has_ended || atomic_load(&kernel->interrupts) == interrupts) {
            continue;
        }
        if (interrupted_ms == 0) {
            interrupted_ms = kernel_now_ms();
            kill(-child->pid, SIGINT);
        } else if (kernel_now_ms() - interrupted_ms > KILL_MS) {
            kill(-child->pid, SIGKILL);
        }
    }
}

char *magic_shell(Kernel *kernel, CoraCellId cell, const char *args) {
    if (!args[0]) {
        return magic_error("! needs a command");
    }
    int out[2], err[2];
    if (pipe2(out, O_CLOEXEC) != 0) {
        return magic_error("cannot make a pipe: %s", strerror(errno));
    }
    if (pipe2(err, O_CLOEXEC) != 0) {
        close(out[0]);
        close(out[1]);
        return magic_error("cannot make a pipe: %s", strerror(errno));
    }
    Child child = {0, {out[0], err[0]}};
    int reason = spawn(args, (int[]){out[1], err[1]}, &child.pid);
    close(out[1]);
    close(err[1]);
    if (reason == 0) {
        follow(kernel, cell, &child);
    }
    for (int i = 0; i < 2; i++) {
        if (child.out[i] >= 0) {
            close(child.out[i]);
        }
    }
    return reason ? magic_error("cannot run a shell: %s", strerror(reason)) : NULL;
}

char *magic_ls(Kernel *kernel, CoraCellId cell, const char *args) {
    Buf command = {0};
    buf_printf(&command, "ls -F %s", args);
    char *text = buf_take_text(&command);
    char *error = magic_shell(kernel, cell, text);
    free(text);
    return error;
}
