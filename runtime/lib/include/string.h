#ifndef __STRING_H
#define __STRING_H
#include <stddef.h>
// Copies n bytes from one object to another; they must not overlap. Returns to.
void *memcpy(void *restrict to, const void *restrict from, size_t n);
// Copies n bytes; the places may overlap. Returns to.
void *memmove(void *to, const void *from, size_t n);
// Sets n bytes to the value c. Returns p.
void *memset(void *p, int c, size_t n);
// Compares n bytes: negative, 0 or positive.
int memcmp(const void *a, const void *b, size_t n);
// The first byte c among n, or NULL.
void *memchr(const void *p, int c, size_t n);
// The last byte c among n, or NULL.
void *memrchr(const void *p, int c, size_t n);
// As memcpy, but returns the byte after the last one written.
void *mempcpy(void *restrict to, const void *restrict from, size_t n);
// Copies up to and including the first byte c, at most n; the byte after it in to, or NULL.
void *memccpy(void *restrict to, const void *restrict from, int c, size_t n);
// The first place of needle's bytes in p's, or NULL.
void *memmem(const void *p, size_t n, const void *needle, size_t m);
// memset for secrets: it is done also when nobody reads them any more.
void *memset_explicit(void *p, int c, size_t n);
// Sets n bytes to zero.
void explicit_bzero(void *p, size_t n);
// Copies a string with its final zero. Returns to.
char *strcpy(char *restrict to, const char *restrict from);
// Copies at most n characters and fills up with zeros: no final zero when from is that long.
char *strncpy(char *restrict to, const char *restrict from, size_t n);
// Appends a string to the string in to.
char *strcat(char *restrict to, const char *restrict from);
// Appends at most n characters and a final zero.
char *strncat(char *restrict to, const char *restrict from, size_t n);
// Copies as much as fits into n bytes, final zero included; returns strlen(from).
size_t strlcpy(char *restrict to, const char *restrict from, size_t n);
// Appends as much as fits into n bytes in all; returns the length it tried to make.
size_t strlcat(char *restrict to, const char *restrict from, size_t n);
// As strcpy, but returns where the final zero is.
char *stpcpy(char *restrict to, const char *restrict from);
// As strncpy, but returns where the text ends.
char *stpncpy(char *restrict to, const char *restrict from, size_t n);
// Compares two strings: negative, 0 or positive.
int strcmp(const char *a, const char *b);
// Compares at most n characters.
int strncmp(const char *a, const char *b, size_t n);
// Compares by the locale's order (here: as strcmp).
int strcoll(const char *a, const char *b);
// Makes a text whose strcmp order is the locale's; returns its length.
size_t strxfrm(char *restrict to, const char *restrict from, size_t n);
// The first character c (the final zero counts), or NULL.
char *strchr(const char *s, int c);
// The first character c, or the final zero.
char *strchrnul(const char *s, int c);
// The last character c, or NULL.
char *strrchr(const char *s, int c);
// How many characters at the beginning are all in set.
size_t strspn(const char *s, const char *set);
// How many characters at the beginning are none of set.
size_t strcspn(const char *s, const char *set);
// The first character that is in set, or NULL.
char *strpbrk(const char *s, const char *set);
// The first place of needle in s, or NULL.
char *strstr(const char *s, const char *needle);
// The same, upper and lower case being equal.
char *strcasestr(const char *s, const char *needle);
// The next piece of s between characters of separators; later calls pass NULL. Changes s.
char *strtok(char *restrict s, const char *restrict separators);
// As strtok, with its place kept in *rest.
char *strtok_r(char *restrict s, const char *restrict separators, char **restrict rest);
// Takes the piece up to the next separator from *s; empty pieces count.
char *strsep(char **restrict s, const char *restrict separators);
// The number of characters before the final zero.
size_t strlen(const char *s);
// The same, looking at n bytes at most.
size_t strnlen(const char *s, size_t n);
// A copy made by malloc.
char *strdup(const char *s);
// A copy of at most n characters, made by malloc.
char *strndup(const char *s, size_t n);
// What an errno value means, in words.
char *strerror(int code);
// The same into a buffer of n bytes.
char *strerror_r(int code, char *buf, size_t n);
// What a signal is, in words.
char *strsignal(int signal);
#include <strings.h>
#endif
