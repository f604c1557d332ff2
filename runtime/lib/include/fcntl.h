#ifndef __FCNTL_H
#define __FCNTL_H
#include <sys/types.h>
#define O_RDONLY 0
#define O_WRONLY 1
#define O_RDWR 2
#define O_CREAT 0100
#define O_EXCL 0200
#define O_TRUNC 01000
#define O_APPEND 02000
#define O_NONBLOCK 04000
#define O_CLOEXEC 02000000
// Opens a file; its descriptor, or -1. With O_CREAT the third argument is the new file's mode, such as 0644.
int open(const char *path, int flags, ...);
// Makes a file, or empties it, to write to it.
int creat(const char *path, mode_t mode);
#endif
