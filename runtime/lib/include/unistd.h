#ifndef __UNISTD_H
#define __UNISTD_H
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#define STDIN_FILENO 0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2
#define F_OK 0
#define X_OK 1
#define W_OK 2
#define R_OK 4
#define _SC_CLK_TCK 2
#define _SC_PAGESIZE 30
#define _SC_NPROCESSORS_ONLN 84
typedef long ssize_t;
typedef long off_t;
typedef int pid_t;
typedef unsigned uid_t;
typedef unsigned gid_t;
typedef unsigned useconds_t;
// Writes n bytes: to descriptor 1 (stdout), 2 (stderr) or one of open's.
ssize_t write(int fd, const void *from, size_t n);
// Reads at most n bytes: from descriptor 0 (stdin) or one of open's.
[[cora::dual]] ssize_t read(int fd, void *to, size_t n);
[[cora::overload, cora::native("__close_fd")]] int close(int fd);
// Where the next read or write of open's descriptor will be.
off_t lseek(int fd, off_t offset, int whence);
// May the file be used like that? 0: yes.
int access(const char *path, int mode);
// Deletes a file.
[[cora::native("remove")]] int unlink(const char *path);
// Deletes an empty folder.
int rmdir(const char *path);
// Goes to another folder.
int chdir(const char *path);
// The folder we are in.
char *getcwd(char *to, size_t n);
// The number of the process.
pid_t getpid(void);
// The number of the process that started it.
pid_t getppid(void);
// The number of the user and of the group.
uid_t getuid(void);
uid_t geteuid(void);
gid_t getgid(void);
gid_t getegid(void);
// The machine's name.
int gethostname(char *to, size_t n);
// What the machine is like: its page size, its processors (here: the one that programs run on).
long sysconf(int name) {
    return name == 30 ? 4096 : name == 84 ? 1 : name == 2 ? 100 : -1; // by the _SC_ names above
}
// Where getopt stands.
static char *optarg;
static int optind = 1;
static int opterr = 1;
static int optopt;
static int __opt_at = 1;
// The next option of argv: its letter, '?' for a wrong one, -1 after the last. In letters a colon marks an option with a value.
int getopt(int argc, char *const argv[], const char *letters) {
    if (__opt_at == 1) {
        if (optind >= argc || argv[optind][0] != '-' || !argv[optind][1])
            return -1;
        if (strcmp(argv[optind], "--") == 0) {
            optind++;
            return -1;
        }
    }
    const char *word = argv[optind];
    optopt = word[__opt_at++];
    const char *known = optopt == ':' ? nullptr : strchr(letters, optopt);
    bool takes = known && known[1] == ':';
    optarg = nullptr;
    if (takes && word[__opt_at])
        optarg = (char *)word + __opt_at;
    if (takes || !word[__opt_at]) {
        optind++;
        __opt_at = 1;
    }
    if (takes && !optarg && optind < argc)
        optarg = argv[optind++];
    if (known && (!takes || optarg))
        return optopt;
    if (opterr && *letters != ':')
        fprintf(stderr, known ? "%s: option requires an argument -- '%c'\n" : "%s: invalid option -- '%c'\n", argv[0],
                optopt);
    return known && *letters == ':' ? ':' : '?';
}
// Is the descriptor a terminal? Never, in a notebook.
int isatty(int fd);
[[noreturn, cora::native("__exit")]] void _exit(int status);
#endif
