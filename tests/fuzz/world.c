// world.c: see world.h. Every fuzz_NAME here stands in for libc's NAME.
#include "world.h"

#include <assert.h>
#include <errno.h>
#include <netdb.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <uv.h>

// Called by the runtime and the kernel under libc's names.
int fuzz_clock_gettime(clockid_t id, struct timespec *now);
time_t fuzz_time(time_t *to);
int fuzz_getrusage(int who, struct rusage *usage);
FILE *fuzz_fopen(const char *path, const char *mode);
int fuzz_open(const char *path, int flags, ...);
FILE *fuzz_freopen(const char *path, const char *mode, FILE *file);
FILE *fuzz_tmpfile(void);
int fuzz_stat(const char *path, struct stat *info);
int fuzz_access(const char *path, int mode);
int fuzz_remove(const char *path);
int fuzz_rmdir(const char *path);
int fuzz_chdir(const char *path);
int fuzz_unsetenv(const char *name);
int fuzz_rename(const char *from, const char *to);
int fuzz_mkdir(const char *path, mode_t mode);
char *fuzz_getenv(const char *name);
int fuzz_setenv(const char *name, const char *value, int overwrite);
pid_t fuzz_getpid(void);
char *fuzz_getcwd(char *to, size_t size);
int fuzz_posix_spawn(pid_t *pid, const char *path,
                     const posix_spawn_file_actions_t *actions,
                     const posix_spawnattr_t *attr, char *const argv[],
                     char *const envp[]);
int fuzz_kill(pid_t pid, int number);
int fuzz_mkostemp(char *path, int flags);
int fuzz_socket(int domain, int type, int protocol);
int fuzz_connect(int fd, const struct sockaddr *address, socklen_t size);
int fuzz_getaddrinfo(const char *host, const char *service, const struct addrinfo *hints,
                     struct addrinfo **found);
int fuzz_uv_getaddrinfo(uv_loop_t *loop, uv_getaddrinfo_t *request,
                        uv_getaddrinfo_cb done, const char *host, const char *service,
                        const struct addrinfo *hints);
int fuzz_uv_spawn(uv_loop_t *loop, uv_process_t *process,
                  const uv_process_options_t *options);

// A file that a program makes holds at most so much.
enum { FILE_BYTES = 4096 };

// The target runs one input at a time, on one thread.
static struct {
    uint64_t now_ns;
    uint32_t limit, left;
    void (*tired)(void *ctx);
    void *ctx;
} world;

void fuzz_world_begin(uint32_t limit, void (*tired)(void *ctx), void *ctx) {
    world.now_ns = 1000000000;
    world.limit = world.left = limit;
    world.tired = tired;
    world.ctx = ctx;
}

int fuzz_clock_gettime(clockid_t id, struct timespec *now) {
    (void)id;
    world.now_ns += FUZZ_TICK_NS;
    now->tv_sec = (time_t)(world.now_ns / 1000000000u);
    now->tv_nsec = (long)(world.now_ns % 1000000000u);
    if (world.left > 0 && --world.left == 0) {
        world.left = world.limit;
        world.tired(world.ctx);
    }
    return 0;
}

time_t fuzz_time(time_t *to) {
    time_t now = (time_t)(world.now_ns / 1000000000u);
    if (to != NULL) {
        *to = now;
    }
    return now;
}

int fuzz_getrusage(int who, struct rusage *usage) {
    (void)who;
    *usage =
        (struct rusage){.ru_utime = {.tv_sec = (time_t)(world.now_ns / 1000000000u)}};
    return 0;
}

// Nothing exists; what is written goes to memory and is gone when it is closed.
FILE *fuzz_fopen(const char *path, const char *mode) {
    (void)path;
    if (mode[0] == 'r') {
        errno = ENOENT;
        return NULL;
    }
    return fmemopen(NULL, FILE_BYTES, mode[0] == 'w' ? "w+" : "a+");
}

FILE *fuzz_freopen(const char *path, const char *mode, FILE *file) {
    fclose(file);
    return fuzz_fopen(path, mode);
}

FILE *fuzz_tmpfile(void) {
    return fuzz_fopen("", "w");
}

static int refuse(void) {
    errno = EACCES;
    return -1;
}

int fuzz_open(const char *path, int flags, ...) {
    (void)path, (void)flags;
    return refuse();
}

int fuzz_stat(const char *path, struct stat *info) {
    (void)path, (void)info;
    errno = ENOENT;
    return -1;
}

int fuzz_access(const char *path, int mode) {
    (void)path, (void)mode;
    errno = ENOENT;
    return -1;
}

int fuzz_remove(const char *path) {
    (void)path;
    return refuse();
}

int fuzz_rmdir(const char *path) {
    (void)path;
    return refuse();
}

int fuzz_chdir(const char *path) {
    (void)path;
    return refuse();
}

int fuzz_unsetenv(const char *name) {
    (void)name;
    return refuse();
}

int fuzz_rename(const char *from, const char *to) {
    (void)from, (void)to;
    return refuse();
}

int fuzz_mkdir(const char *path, mode_t mode) {
    (void)path, (void)mode;
    return refuse();
}

char *fuzz_getenv(const char *name) {
    (void)name;
    return NULL;
}

int fuzz_setenv(const char *name, const char *value, int overwrite) {
    (void)name, (void)value, (void)overwrite;
    return refuse();
}

pid_t fuzz_getpid(void) {
    return 1;
}

char *fuzz_getcwd(char *to, size_t size) {
    (void)size;
    return to != NULL ? NULL : strdup("/nowhere");
}

int fuzz_posix_spawn(pid_t *pid, const char *path,
                     const posix_spawn_file_actions_t *actions,
                     const posix_spawnattr_t *attr, char *const argv[],
                     char *const envp[]) {
    (void)pid, (void)path, (void)actions, (void)attr, (void)argv, (void)envp;
    return EACCES;
}

int fuzz_socket(int domain, int type, int protocol) {
    (void)domain, (void)type, (void)protocol;
    return refuse();
}

int fuzz_mkostemp(char *path, int flags) {
    (void)path, (void)flags;
    return refuse();
}

int fuzz_kill(pid_t pid, int number) {
    (void)pid, (void)number;
    return refuse();
}

int fuzz_connect(int fd, const struct sockaddr *address, socklen_t size) {
    (void)fd, (void)address, (void)size;
    return refuse();
}

int fuzz_getaddrinfo(const char *host, const char *service, const struct addrinfo *hints,
                     struct addrinfo **found) {
    (void)host, (void)service, (void)hints, (void)found;
    return EAI_FAIL;
}

int fuzz_uv_getaddrinfo(uv_loop_t *loop, uv_getaddrinfo_t *request,
                        uv_getaddrinfo_cb done, const char *host, const char *service,
                        const struct addrinfo *hints) {
    (void)loop, (void)request, (void)done, (void)host, (void)service, (void)hints;
    return UV_EAI_FAIL;
}

// A handle that could not start is closed by its owner as one that has ended: it has to be
// a handle of the loop, of any kind.
int fuzz_uv_spawn(uv_loop_t *loop, uv_process_t *process,
                  const uv_process_options_t *options) {
    (void)options;
    static_assert(sizeof(uv_idle_t) <= sizeof *process, "room for any handle");
    int rc = uv_idle_init(loop, (uv_idle_t *)(void *)process);
    return rc != 0 ? rc : UV_EPERM;
}
