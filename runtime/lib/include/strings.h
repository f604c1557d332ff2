#ifndef __STRINGS_H
#define __STRINGS_H
#include <stddef.h>
// Compares two strings, upper and lower case being equal.
int strcasecmp(const char *a, const char *b);
// The same, at most n characters.
int strncasecmp(const char *a, const char *b, size_t n);
// Sets n bytes to zero.
void bzero(void *p, size_t n);
// memmove with its arguments exchanged.
void bcopy(const void *from, void *to, size_t n);
// 0 if n bytes are equal.
int bcmp(const void *a, const void *b, size_t n);
// As strchr.
char *index(const char *s, int c);
// As strrchr.
char *rindex(const char *s, int c);
// The number of the lowest bit that is set, from 1; 0: none.
int ffs(int n);
int ffsl(long n);
int ffsll(long long n);
#endif
