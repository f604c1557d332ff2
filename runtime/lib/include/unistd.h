#ifndef __UNISTD_H
#define __UNISTD_H
#include <stddef.h>
#define STDIN_FILENO 0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2
#define F_OK 0
#define X_OK 1
#define W_OK 2
#define R_OK 4
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
// Is the descriptor a terminal? Never, in a notebook.
int isatty(int fd);
[[noreturn, cora::native("__exit")]] void _exit(int status);
#endif
