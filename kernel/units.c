// units.c: see units.h.
#include "units.h"

#include <assert.h>

// Bounds of the second byte, which carries all the special cases of table 3-7.
typedef struct Lead {
    size_t size;        // of the whole sequence, 0: not a lead byte
    unsigned char low;  // of the second byte
    unsigned char high; // of the second byte
} Lead;

// What a lead byte promises.
static Lead lead_of(unsigned char c) {
    if (c < 0x80) {
        return (Lead){1, 0, 0};
    }
    if (c < 0xC2 || c > 0xF4) {
        return (Lead){0, 0, 0};
    }
    if (c < 0xE0) {
        return (Lead){2, 0x80, 0xBF};
    }
    if (c < 0xF0) {
        // E0: no overlong forms; ED: no surrogates.
        return (Lead){3, c == 0xE0 ? 0xA0 : 0x80, c == 0xED ? 0x9F : 0xBF};
    }
    return (Lead){4, c == 0xF0 ? 0x90 : 0x80, c == 0xF4 ? 0x8F : 0xBF};
}

// How many of the bytes of `text` agree with a sequence that begins with its first byte.
static size_t matching(Bytes text, Lead lead) {
    size_t n = 1;
    while (n < lead.size && n < text.size) {
        unsigned char c = (unsigned char)text.data[n];
        unsigned char low = n == 1 ? lead.low : 0x80;
        unsigned char high = n == 1 ? lead.high : 0xBF;
        if (c < low || c > high) {
            break;
        }
        n++;
    }
    return n;
}

size_t units_sequence_size(Bytes text) {
    assert(text.size > 0);
    Lead lead = lead_of((unsigned char)text.data[0]);
    return lead.size > 0 && matching(text, lead) == lead.size ? lead.size : 0;
}

size_t units_unfinished_tail(Bytes text) {
    size_t most = text.size < 3 ? text.size : 3;
    for (size_t tail = 1; tail <= most; tail++) {
        Bytes end = {text.data + text.size - tail, tail};
        Lead lead = lead_of((unsigned char)end.data[0]);
        if (lead.size > tail && matching(end, lead) == tail) {
            return tail;
        }
    }
    return 0;
}

// Size of what counts as one code point at `offset`: a sequence, or one malformed byte.
static size_t step(Bytes text, size_t offset) {
    size_t size = units_sequence_size((Bytes){text.data + offset, text.size - offset});
    return size ? size : 1;
}

size_t units_byte_offset(Bytes text, size_t position_cp) {
    size_t offset = 0;
    for (size_t i = 0; i < position_cp && offset < text.size; i++) {
        offset += step(text, offset);
    }
    return offset;
}

size_t units_code_points(Bytes text, size_t offset_bytes) {
    size_t count = 0;
    size_t end = offset_bytes < text.size ? offset_bytes : text.size;
    for (size_t offset = 0; offset < end; offset += step(text, offset)) {
        count++;
    }
    return count;
}
