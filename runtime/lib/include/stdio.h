#ifndef __STDIO_H
#define __STDIO_H
#include <stdarg.h>
#include <stddef.h>
#define EOF (-1)
#define BUFSIZ 8192
#define FILENAME_MAX 4096
#define FOPEN_MAX 16
#define L_tmpnam 20
#define TMP_MAX 238328
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2
#define P_tmpdir "/tmp"
typedef long ssize_t;
typedef long off_t;
typedef struct __FILE FILE;
typedef struct {
    long __offset;
} fpos_t;
// Standard input, output and error output.
extern FILE *stdin;
extern FILE *stdout;
extern FILE *stderr;
// Prints by a format: %d int, %ld long, %u unsigned, %f double, %s string, %c character, %p pointer, %% a percent sign.
[[cora::format(printf, 1)]] int printf(const char *restrict format, ...);
// printf to a file.
[[cora::format(printf, 2)]] int fprintf(FILE *restrict file, const char *restrict format, ...);
// printf into a character array, which must be large enough.
[[cora::format(printf, 2)]] int sprintf(char *restrict to, const char *restrict format, ...);
// printf into at most n characters, final zero included; returns what the whole text needs.
[[cora::format(printf, 3)]] int snprintf(char *restrict to, size_t n, const char *restrict format, ...);
// printf into new memory: *to, to be freed.
[[cora::format(printf, 2)]] int asprintf(char **restrict to, const char *restrict format, ...);
// printf to a file descriptor.
[[cora::format(printf, 2)]] int dprintf(int fd, const char *restrict format, ...);
int vprintf(const char *restrict format, va_list ap);
int vfprintf(FILE *restrict file, const char *restrict format, va_list ap);
int vsprintf(char *restrict to, const char *restrict format, va_list ap);
int vsnprintf(char *restrict to, size_t n, const char *restrict format, va_list ap);
int vasprintf(char **restrict to, const char *restrict format, va_list ap);
int vdprintf(int fd, const char *restrict format, va_list ap);
// Reads input by a format into the variables pointed to: scanf("%d", &n). Returns how many were read.
[[cora::dual, cora::format(scanf, 1)]] int scanf(const char *restrict format, ...);
// scanf from a file.
[[cora::dual, cora::format(scanf, 2)]] int fscanf(FILE *restrict file, const char *restrict format, ...);
// scanf from a string.
[[cora::format(scanf, 2)]] int sscanf(const char *restrict from, const char *restrict format, ...);
[[cora::dual]] int vscanf(const char *restrict format, va_list ap);
[[cora::dual]] int vfscanf(FILE *restrict file, const char *restrict format, va_list ap);
int vsscanf(const char *restrict from, const char *restrict format, va_list ap);
// Prints a string and a newline.
int puts(const char *s);
// Prints a string to a file.
int fputs(const char *restrict s, FILE *restrict file);
// Prints one character.
int putchar(int c);
int putc(int c, FILE *file);
int fputc(int c, FILE *file);
[[cora::native("putchar")]] int putchar_unlocked(int c);
[[cora::native("putc")]] int putc_unlocked(int c, FILE *file);
// Reads one character; EOF at the end.
[[cora::dual]] int getchar(void);
[[cora::dual]] int getc(FILE *file);
[[cora::dual]] int fgetc(FILE *file);
[[cora::dual, cora::native("getchar")]] int getchar_unlocked(void);
[[cora::dual, cora::native("getc")]] int getc_unlocked(FILE *file);
// Reads a line of any length. Use fgets: gets cannot know how much fits.
[[cora::dual]] char *gets(char *to);
// Reads a line, at most n - 1 characters, with its newline. NULL at the end.
[[cora::dual]] char *fgets(char *restrict to, int n, FILE *restrict file);
// Reads a line into *line, which malloc made (or NULL) and which it makes larger as needed. -1 at the end.
[[cora::dual]] ssize_t getline(char **restrict line, size_t *restrict size, FILE *restrict file);
[[cora::dual]] ssize_t getdelim(char **restrict line, size_t *restrict size, int delimiter, FILE *restrict file);
// Gives one character back: it is read next.
int ungetc(int c, FILE *file);
// Reads count elements of size bytes; returns how many whole ones came.
[[cora::dual]] size_t fread(void *restrict to, size_t size, size_t count, FILE *restrict file);
// Writes count elements of size bytes.
[[cora::dual]] size_t fwrite(const void *restrict from, size_t size, size_t count, FILE *restrict file);
// Opens a file: "r" read, "w" write anew, "a" append; "+" both, "b" binary. NULL and errno when it fails.
FILE *fopen(const char *restrict path, const char *restrict mode);
// A FILE that reads or writes an array of size bytes; NULL: one of its own.
FILE *fmemopen(void *restrict array, size_t size, const char *restrict mode);
// A FILE for writing whose text is in new memory: *text and *size are set by fflush and fclose; free(*text) in the end.
FILE *open_memstream(char **text, size_t *size);
// A FILE for a descriptor of open.
FILE *fdopen(int fd, const char *mode);
FILE *freopen(const char *restrict path, const char *restrict mode, FILE *restrict file);
// Closes a file.
int fclose(FILE *file);
// Runs a command of the shell: "r" reads what it prints, "w" writes what it reads. NULL and errno when it fails.
FILE *popen(const char *command, const char *mode);
// Ends what popen began, and waits for the command: its status, as of wait; -1 when it fails.
[[cora::dual]] int pclose(FILE *file);
// Hands on what is buffered.
int fflush(FILE *file);
// Moves to a place in the file.
int fseek(FILE *file, long offset, int whence);
int fseeko(FILE *file, off_t offset, int whence);
// The place in the file.
long ftell(FILE *file);
off_t ftello(FILE *file);
void rewind(FILE *file);
int fgetpos(FILE *restrict file, fpos_t *restrict at);
int fsetpos(FILE *file, const fpos_t *at);
// Was the end met?
int feof(FILE *file);
// Did something fail?
int ferror(FILE *file);
void clearerr(FILE *file);
int fileno(FILE *file);
int setvbuf(FILE *restrict file, char *restrict buffer, int mode, size_t size);
void setbuf(FILE *restrict file, char *restrict buffer);
void setlinebuf(FILE *file);
// Prints s, a colon and what errno means, to stderr.
void perror(const char *s);
// Deletes a file.
int remove(const char *path);
// Gives a file another name.
int rename(const char *from, const char *to);
// A temporary file that is gone when closed.
FILE *tmpfile(void);
char *tmpnam(char *to);
#endif
