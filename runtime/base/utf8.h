// utf8.h: UTF-8 (RFC 3629). Strict: no surrogates, no overlong forms, at most U+10FFFF.
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Decodes one code point at text; returns its length in bytes (1-4), 0 when malformed.
unsigned utf8_decode(const char *text, size_t size_bytes, uint32_t *code_point);
// Encodes into out (4 bytes at least); returns the length, 0 for what is no code point.
unsigned utf8_encode(uint32_t code_point, char *out);
// Offset of the first malformed byte, or size_bytes when all is well.
size_t utf8_check(const char *text, size_t size_bytes);
// Columns a terminal shows (wide and combining characters counted as such); tabs count 1.
size_t utf8_width(const char *text, size_t size_bytes);

#endif
