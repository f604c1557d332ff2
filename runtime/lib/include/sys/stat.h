#ifndef __SYS_STAT_H
#define __SYS_STAT_H
#include <sys/types.h>
struct stat {
    long st_dev, st_ino, st_mode, st_nlink, st_uid, st_gid, st_rdev, st_size, st_blksize, st_blocks, st_atime, st_mtime,
        st_ctime;
};
#define S_IFMT 0170000
#define S_IFDIR 0040000
#define S_IFREG 0100000
#define S_ISDIR(mode) (((mode)&S_IFMT) == S_IFDIR)
#define S_ISREG(mode) (((mode)&S_IFMT) == S_IFREG)
#define S_IRWXU 0700
#define S_IRUSR 0400
#define S_IWUSR 0200
#define S_IXUSR 0100
#define S_IRWXG 070
#define S_IRWXO 07
// What is known of a file: its size, its times.
int stat(const char *path, struct stat *result);
// Makes a folder.
int mkdir(const char *path, mode_t mode);
#endif
