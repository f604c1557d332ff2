// units.h: Unicode code points and byte offsets.
//
// The protocol counts cursor positions in code points (since 5.2), cora.h counts bytes.
// Nobody else in the kernel counts code points. Malformed UTF-8 never arrives from a
// client (JSON would not parse), but a program may print anything, so every function here
// takes any bytes: a byte that belongs to no valid sequence counts as one code point.
//
// Read next: json_out.c, which replaces malformed bytes by U+FFFD.
#ifndef KERNEL_UNITS_H
#define KERNEL_UNITS_H

#include "bytes.h"

// Length in bytes (1..4) of the valid UTF-8 sequence at the start of `text`; 0 when there
// is none (Unicode 15, table 3-7: no overlong forms, no surrogates). `text` is not empty.
size_t units_sequence_size(Bytes text);

// Number of bytes at the end of `text` that begin a sequence which later bytes could
// still complete: 0..3. A stream that is cut there is put together again with what
// follows.
size_t units_unfinished_tail(Bytes text);

// Byte offset of code point number `position_cp`; beyond the end: the size of `text`.
size_t units_byte_offset(Bytes text, size_t position_cp);

// Number of code points in the first `offset_bytes` bytes of `text`.
size_t units_code_points(Bytes text, size_t offset_bytes);

#endif
