#ifndef __SYS_WAIT_H
#define __SYS_WAIT_H
// What system() returns is a status of a process (POSIX): did it end by itself, and with which exit status; or by which
// signal.
#define WIFEXITED(status) (((status) & 0x7f) == 0)
#define WEXITSTATUS(status) (((status) >> 8) & 0xff)
#define WIFSIGNALED(status) (((status) & 0x7f) != 0)
#define WTERMSIG(status) ((status) & 0x7f)
#endif
