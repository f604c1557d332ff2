// json_out.c: see json_out.h. The grammar is RFC 8259's.
#include "json_out.h"

#include "units.h"

#include <assert.h>
#include <inttypes.h>

// Called in front of every key and every value without a key.
static void separate(JsonOut *out) {
    if (out->comma) {
        buf_add_char(&out->buf, ',');
    }
    out->comma = true;
}

void out_open(JsonOut *out, char bracket) {
    assert(bracket == '{' || bracket == '[');
    separate(out);
    buf_add_char(&out->buf, bracket);
    out->comma = false;
}

void out_close(JsonOut *out, char bracket) {
    assert(bracket == '}' || bracket == ']');
    buf_add_char(&out->buf, bracket);
    out->comma = true;
}

void out_key(JsonOut *out, const char *key) {
    out_key_bytes(out, bytes_of(key));
}

void out_key_bytes(JsonOut *out, Bytes key) {
    out_string(out, key);
    buf_add_char(&out->buf, ':');
    out->comma = false;
}

void out_string(JsonOut *out, Bytes text) {
    out_string_begin(out);
    out_string_part(out, text);
    out_string_end(out);
}

void out_text(JsonOut *out, const char *text) {
    out_string(out, bytes_of(text));
}

void out_int(JsonOut *out, int64_t value) {
    separate(out);
    buf_printf(&out->buf, "%" PRId64, value);
}

void out_bool(JsonOut *out, bool value) {
    separate(out);
    buf_add_text(&out->buf, value ? "true" : "false");
}

void out_null(JsonOut *out) {
    separate(out);
    buf_add_text(&out->buf, "null");
}

void out_raw(JsonOut *out, Bytes json) {
    if (json.size > 0) {
        separate(out);
        buf_add(&out->buf, json);
    }
}

void out_string_begin(JsonOut *out) {
    separate(out);
    buf_add_char(&out->buf, '"');
}

void out_string_end(JsonOut *out) {
    buf_add_char(&out->buf, '"');
}

// The bytes that stand for themselves: ASCII but the quote, the backslash and controls.
static bool is_plain(unsigned char c) {
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

// The escape of an ASCII character that may not stand in a string as it is.
static void add_escape(Buf *buf, unsigned char c) {
    switch (c) {
    case '"':
        buf_add_text(buf, "\\\"");
        break;
    case '\\':
        buf_add_text(buf, "\\\\");
        break;
    case '\n':
        buf_add_text(buf, "\\n");
        break;
    case '\r':
        buf_add_text(buf, "\\r");
        break;
    case '\t':
        buf_add_text(buf, "\\t");
        break;
    default:
        buf_printf(buf, "\\u%04x", c);
    }
}

void out_string_part(JsonOut *out, Bytes text) {
    size_t i = 0;
    // Most text needs no escape, so room for all of it is asked for once.
    buf_reserve(&out->buf, text.size + 16);
    while (i < text.size) {
        size_t run = i;
        while (run < text.size && is_plain((unsigned char)text.data[run])) {
            run++;
        }
        buf_add(&out->buf, (Bytes){text.data + i, run - i});
        i = run;
        if (i == text.size) {
            break;
        }
        unsigned char c = (unsigned char)text.data[i];
        if (c < 0x80) {
            add_escape(&out->buf, c);
            i++;
            continue;
        }
        size_t size = units_sequence_size((Bytes){text.data + i, text.size - i});
        if (size == 0) {
            buf_add_text(&out->buf, "\xEF\xBF\xBD");
            i++;
        } else {
            buf_add(&out->buf, (Bytes){text.data + i, size});
            i += size;
        }
    }
}

void out_deinit(JsonOut *out) {
    buf_deinit(&out->buf);
    out->comma = false;
}
