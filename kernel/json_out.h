// json_out.h: writes JSON into a Buf, in one pass, without a tree.
//
// Outgoing messages are small and of known shape; building a tree for each and printing
// it costs more than everything else the kernel does for a cell. The writer keeps one bit
// of state: whether the next value needs a comma in front. Callers open and close in
// pairs.
//
//     out_open(&j, '{');  out_key(&j, "name");  out_text(&j, "stdout");  out_close(&j,
//     '}');
//
// What always holds: whatever bytes come in as text, what goes out is valid JSON in valid
// UTF-8; malformed bytes become U+FFFD.
#ifndef KERNEL_JSON_OUT_H
#define KERNEL_JSON_OUT_H

#include "bytes.h"

#include <stdint.h>

typedef struct JsonOut {
    Buf buf;
    bool comma; // the next key or value is not the first of its object or array
} JsonOut;

// '{' or '['.
void out_open(JsonOut *out, char bracket);

// '}' or ']'.
void out_close(JsonOut *out, char bracket);

// A key; the next call writes its value.
void out_key(JsonOut *out, const char *key);
void out_key_bytes(JsonOut *out, Bytes key);

// A string value, escaped.
void out_string(JsonOut *out, Bytes text);
void out_text(JsonOut *out, const char *text);

void out_int(JsonOut *out, int64_t value);
void out_bool(JsonOut *out, bool value);
void out_null(JsonOut *out);

// Text that is JSON already: a value, or a run of members without their braces.
void out_raw(JsonOut *out, Bytes json);

// The three below write a string in pieces: open it, add escaped text, close it.
void out_string_begin(JsonOut *out);
void out_string_part(JsonOut *out, Bytes text);
void out_string_end(JsonOut *out);

void out_deinit(JsonOut *out);

#endif
