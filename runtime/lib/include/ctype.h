#ifndef __CTYPE_H
#define __CTYPE_H
// Is c a letter or a digit?
int isalnum(int c);
// Is c a letter?
int isalpha(int c);
// Is c a space or a tab?
int isblank(int c);
// Is c a control character?
int iscntrl(int c);
// Is c a digit 0..9?
int isdigit(int c);
// Is c printable, and not a space?
int isgraph(int c);
// Is c a lower-case letter?
int islower(int c);
// Is c printable?
int isprint(int c);
// Is c printable, but neither letter, digit nor space?
int ispunct(int c);
// Is c white space (space, \t \n \v \f \r)?
int isspace(int c);
// Is c an upper-case letter?
int isupper(int c);
// Is c a hexadecimal digit?
int isxdigit(int c);
// c as a lower-case letter, if it is an upper-case one.
int tolower(int c);
// c as an upper-case letter, if it is a lower-case one.
int toupper(int c);
// Is c in 0..127?
int isascii(int c);
// The lower 7 bits of c.
int toascii(int c);
#endif
