// lib_wprintf.c: formats that are wide strings (C17 7.29.2): swprintf, swscanf and kin,
// and wprintf to the standard streams, which have no orientation here.
//
// There is one formatter, and it speaks UTF-8: a wide format is converted on the way in,
// the text that comes out on the way back. So %s, %ls, %c and %lc mean the same as in
// printf; a width counts bytes, which differs from libc's for characters beyond ASCII.
//
// Read next: lib_printf.c, lib_scanf.c.
#include "lib/lib_core.h"
#include <errno.h>
#include <stdio.h>
#include <wchar.h>

// The wide string in argument i as UTF-8. False after a trap, or with *is_bad: one of its
// units is no character.
static bool take_wide(NativeCall *call, uint32_t i, Str *out, bool *is_bad) {
    uint64_t units = 0;
    const int32_t *text = vm_read_string(call->vm, call->args[i].p, 4, &units);
    if (!text) {
        return false;
    }
    str_add(out, "", 0);
    *is_bad = !lib_wide_to_utf8(out, text, units, UINT64_MAX);
    return true;
}

static NativeResult fail(NativeCall *call, int code) {
    lib_errno_set(lib_here(call), code);
    return done_int(call, -1);
}

// Formats into the session's scratch buffer; *n is -1 when the format is no text. False
// after a trap.
static bool format_wide(NativeCall *call, ArgCursor *cursor, uint32_t format_arg,
                        int64_t *n) {
    Lib *lib = lib_here(call);
    Str format = {0};
    bool is_bad = false;
    bool ok = take_wide(call, format_arg, &format, &is_bad);
    *n = -1;
    if (ok && !is_bad) {
        lib->scratch.count = 0;
        *n = lib_format_text(cursor, format.data, format.count, &lib->scratch);
        ok = *n >= 0;
    }
    str_free(&format);
    return ok;
}

// The characters of the scratch text, -1 when it is not UTF-8; units: where to, or NULL.
static int64_t decode_scratch(const Lib *lib, uint64_t size, wchar_t *units) {
    int64_t count = 0;
    for (uint64_t at = 0; at < size; count++) {
        uint32_t c = 0;
        int length = lib_utf8_decode(lib->scratch.data + at, size - at, &c);
        if (length <= 0) {
            return -1;
        }
        if (units) {
            units[count] = (wchar_t)c;
        }
        at += (uint64_t)length;
    }
    return count;
}

// Text that does not fit whole is a failure (C17 7.29.2.3p3).
static NativeResult print_string(NativeCall *call, ArgCursor *cursor) {
    Lib *lib = lib_here(call);
    uint64_t room = call->args[1].u;
    int64_t n = 0;
    if (!format_wide(call, cursor, 2, &n)) {
        return NATIVE_TRAP;
    }
    int64_t count = n < 0 ? -1 : decode_scratch(lib, (uint64_t)n, NULL);
    if (count < 0) {
        return fail(call, EILSEQ);
    }
    if ((uint64_t)count >= room) {
        return fail(call, EOVERFLOW);
    }
    wchar_t *to = native_write(call, 0, ((uint64_t)count + 1) * sizeof *to);
    if (!to) {
        return NATIVE_TRAP;
    }
    (void)decode_scratch(lib, (uint64_t)n, to);
    to[count] = 0;
    return done_int(call, count);
}

// int swprintf(wchar_t *to, size_t n, const wchar_t *format, ...): C17 7.29.2.3
NativeResult c_swprintf(NativeCall *call) {
    ArgCursor cursor = cursor_of_call(call);
    return print_string(call, &cursor);
}

// int vswprintf(wchar_t *to, size_t n, const wchar_t *format, va_list ap): C17 7.29.2.7
NativeResult c_vswprintf(NativeCall *call) {
    ArgCursor cursor;
    return cursor_of_va_list(call, 3, &cursor) ? print_string(call, &cursor)
                                               : NATIVE_TRAP;
}

// To stdout, or to the FILE in front of the format.
static NativeResult print_stream(NativeCall *call, ArgCursor *cursor, bool has_file) {
    Lib *lib = lib_here(call);
    LibFile *file = has_file ? lib_file_output(call, 0) : NULL;
    NativeResult room = file ? lib_file_room(call, file) : NATIVE_DONE;
    int64_t n = 0;
    if (room != NATIVE_DONE) {
        return room;
    }
    if ((has_file && !file) || !format_wide(call, cursor, has_file ? 1 : 0, &n)) {
        return NATIVE_TRAP;
    }
    int64_t count = n < 0 ? -1 : decode_scratch(lib, (uint64_t)n, NULL);
    if (count < 0) {
        return fail(call, EILSEQ);
    }
    if (!file) {
        lib_put(lib, 1, lib->scratch.data, (size_t)n);
        return done_int(call, count);
    }
    bool ok = lib_file_write(lib, file, lib->scratch.data, (size_t)n);
    return done_int(call, ok ? count : -1);
}

// int wprintf(const wchar_t *format, ...): C17 7.29.2.11
NativeResult c_wprintf(NativeCall *call) {
    ArgCursor cursor = cursor_of_call(call);
    return print_stream(call, &cursor, false);
}

// int vwprintf(const wchar_t *format, va_list ap): C17 7.29.2.9
NativeResult c_vwprintf(NativeCall *call) {
    ArgCursor cursor;
    return cursor_of_va_list(call, 1, &cursor) ? print_stream(call, &cursor, false)
                                               : NATIVE_TRAP;
}

// int fwprintf(FILE *file, const wchar_t *format, ...): C17 7.29.2.1
NativeResult c_fwprintf(NativeCall *call) {
    ArgCursor cursor = cursor_of_call(call);
    return print_stream(call, &cursor, true);
}

// int vfwprintf(FILE *file, const wchar_t *format, va_list ap): C17 7.29.2.5
NativeResult c_vfwprintf(NativeCall *call) {
    ArgCursor cursor;
    return cursor_of_va_list(call, 2, &cursor) ? print_stream(call, &cursor, true)
                                               : NATIVE_TRAP;
}

static NativeResult scan_wide(NativeCall *call, ArgCursor *cursor) {
    Str text = {0}, format = {0};
    bool is_bad = false, is_bad_format = false;
    NativeResult result = NATIVE_TRAP;
    if (take_wide(call, 0, &text, &is_bad) &&
        take_wide(call, 1, &format, &is_bad_format)) {
        result = is_bad || is_bad_format ? fail(call, EILSEQ)
                                         : lib_scan_text(call, cursor, &text, &format);
    }
    str_free(&text);
    str_free(&format);
    return result;
}

// int swscanf(const wchar_t *from, const wchar_t *format, ...): C17 7.29.2.4
NativeResult c_swscanf(NativeCall *call) {
    ArgCursor cursor = cursor_of_call(call);
    return scan_wide(call, &cursor);
}

// int vswscanf(const wchar_t *from, const wchar_t *format, va_list ap): C17 7.29.2.8
NativeResult c_vswscanf(NativeCall *call) {
    ArgCursor cursor;
    return cursor_of_va_list(call, 2, &cursor) ? scan_wide(call, &cursor) : NATIVE_TRAP;
}
