// lib_string.c: <string.h> and <strings.h> over checked memory.
//
// Always holds: a function reads and writes exactly what C says it may, and a call that
// would go further is a fault that names the argument (native_read, native_write). Where
// C says that objects must not overlap, they are looked at. Copies keep uninitialised
// bytes uninitialised (vm_copy); comparing or searching them is a fault.
//
// Read next: lib_mem.c, lib_wchar.c (the same for wide characters).
#include "lib/lib_core.h"
#include <assert.h>
#include <strings.h>
#include <wchar.h>

// ---------------------------------------------------------------- checks shared with
// other files

bool lib_overlaps(Ptr a, uint64_t n, Ptr b, uint64_t m) {
    if (ptr_base(a) != ptr_base(b) || n == 0 || m == 0) {
        return false;
    }
    int64_t at_a = ptr_offset(a), at_b = ptr_offset(b);
    return at_a < at_b ? at_a + (int64_t)n > at_b : at_b + (int64_t)m > at_a;
}

NativeResult lib_trap_overlap(NativeCall *call, const char *name, const char *instead) {
    vm_trap(call->vm, TRAP_OVERLAP, "%s: what it reads and what it writes overlap%s%s%s",
            name, instead && *instead ? "; `" : "", instead ? instead : "",
            instead && *instead ? "` allows that" : "");
    if (instead && !*instead) {
        vm_trap_note(call->vm, (Span){0}, "give it another array to write to");
    } else if (instead == NULL) {
        vm_trap_note(call->vm, (Span){0},
                     "`memmove` allows that: it takes the number of bytes, for a string "
                     "`strlen(s) + 1`");
    }
    return NATIVE_TRAP;
}

// The general case of a bounded read, a character at a time: stops at a zero, traps at the
// first one that cannot be read.
static const void *bounded_slow(VM *vm, Ptr p, uint32_t char_bytes, uint64_t n,
                                uint64_t *length) {
    static const wchar_t nothing[] = L"";
    uint64_t i = 0;
    for (; i < n; i++) {
        const char *c = vm_read(vm, p + i * char_bytes, char_bytes);
        if (!c) {
            return NULL;
        }
        if (memcmp(c, nothing, char_bytes) == 0) {
            break;
        }
    }
    *length = i;
    return i ? vm_peek(vm, p, i * char_bytes) : nothing;
}

static const void *find_zero(const void *text, uint32_t char_bytes, uint64_t n) {
    return char_bytes == 1 ? memchr(text, 0, n) : (const void *)wmemchr(text, 0, n);
}

// Characters are 1 or 4 bytes wide.
static const void *bounded(VM *vm, Ptr p, uint32_t char_bytes, uint64_t n,
                           uint64_t *length) {
    assert(char_bytes == 1 || char_bytes == sizeof(wchar_t));
    if (n == 0) {
        *length = 0;
        return L"";
    }
    uint64_t extent = vm_extent(vm, p) / char_bytes;
    uint64_t have = n < extent ? n : extent;
    const char *text = have ? vm_peek(vm, p, have * char_bytes) : NULL;
    const char *zero = text ? find_zero(text, char_bytes, have) : NULL;
    if (zero || (text && have == n)) {
        *length = zero ? (uint64_t)(zero - text) / char_bytes : n;
        return text;
    }
    return bounded_slow(vm, p, char_bytes, n, length);
}

// Not beyond the array the argument was given as.
static const void *bounded_argument(NativeCall *call, uint32_t i, uint32_t char_bytes,
                                    uint64_t n, uint64_t *length) {
    const void *text = bounded(call->vm, call->args[i].p, char_bytes, n, length);
    if (text && *length > native_extent(call, i) / char_bytes) {
        return native_read(call, i, *length * char_bytes);
    }
    return text;
}

const char *lib_bounded_string_at(NativeCall *call, Ptr p, uint64_t n, uint64_t *length) {
    return bounded(call->vm, p, 1, n, length);
}

const char *lib_bounded_string(NativeCall *call, uint32_t i, uint64_t n,
                               uint64_t *length) {
    return bounded_argument(call, i, 1, n, length);
}

const wchar_t *lib_bounded_wide(NativeCall *call, uint32_t i, uint64_t n,
                                uint64_t *length) {
    return bounded_argument(call, i, sizeof(wchar_t), n, length);
}

// ---------------------------------------------------------------- memory

// Copies n bytes from argument `from` to argument `to`, with every check.
static bool copy_args(NativeCall *call, uint32_t to, uint32_t from, uint64_t n) {
    if (n == 0) {
        return true;
    }
    if (native_extent(call, from) < n && !native_read(call, from, n)) {
        return false;
    }
    if (native_extent(call, to) < n && !native_write(call, to, n)) {
        return false;
    }
    return vm_copy(call->vm, call->args[to].p, call->args[from].p, n);
}

static NativeResult copy_apart(NativeCall *call, const char *name) {
    uint64_t n = call->args[2].u;
    if (lib_overlaps(call->args[0].p, n, call->args[1].p, n) &&
        call->args[0].p != call->args[1].p) {
        return lib_trap_overlap(call, name, "memmove");
    }
    return copy_args(call, 0, 1, n) ? NATIVE_DONE : NATIVE_TRAP;
}

// void *memcpy(void *to, const void *from, size_t n): C17 7.24.2
NativeResult c_memcpy(NativeCall *call) {
    return copy_apart(call, "memcpy");
}

// void *mempcpy(void *to, const void *from, size_t n): POSIX
NativeResult c_mempcpy(NativeCall *call) {
    NativeResult result = copy_apart(call, "mempcpy");
    call->args[0].p += result == NATIVE_DONE ? call->args[2].u : 0;
    return result;
}

// void *memmove(void *to, const void *from, size_t n): C17 7.24.2
NativeResult c_memmove(NativeCall *call) {
    return copy_args(call, 0, 1, call->args[2].u) ? NATIVE_DONE : NATIVE_TRAP;
}

// void bcopy(const void *from, void *to, size_t n): POSIX
NativeResult c_bcopy(NativeCall *call) {
    return copy_args(call, 1, 0, call->args[2].u) ? NATIVE_DONE : NATIVE_TRAP;
}

static NativeResult fill(NativeCall *call, int c, uint64_t n) {
    void *p = n ? native_write(call, 0, n) : NULL;
    if (!p) {
        return n ? NATIVE_TRAP : NATIVE_DONE;
    }
    memset(p, c, n);
    return NATIVE_DONE;
}

// void *memset(void *p, int c, size_t n): C17 7.24.6
NativeResult c_memset(NativeCall *call) {
    return fill(call, arg_int(call, 1), call->args[2].u);
}

// void bzero(void *p, size_t n): POSIX
NativeResult c_bzero(NativeCall *call) {
    return fill(call, 0, call->args[1].u);
}

// int memcmp(const void *a, const void *b, size_t n): C17 7.24.4
NativeResult c_memcmp(NativeCall *call) {
    uint64_t n = call->args[2].u;
    if (n == 0) {
        return done_int(call, 0);
    }
    const void *a = native_read(call, 0, n);
    const void *b = a ? native_read(call, 1, n) : NULL;
    if (!b) {
        return NATIVE_TRAP;
    }
    return done_int(call, memcmp(a, b, n));
}

// Searches bytes one after another: only those up to the first match have to be readable
// (C11 7.24.5.1).
static NativeResult find_byte(NativeCall *call, uint8_t c, uint64_t n) {
    Ptr p = call->args[0].p;
    uint64_t extent = native_extent(call, 0);
    uint64_t have = n < extent ? n : extent;
    const char *bytes = have ? vm_peek(call->vm, p, have) : NULL;
    const char *hit = bytes ? memchr(bytes, c, have) : NULL;
    if (hit) {
        return done_ptr(call, p + (uint64_t)(hit - bytes));
    }
    if (have == n && (bytes || n == 0)) {
        return done_ptr(call, 0);
    }
    for (uint64_t i = 0; i < n; i++) {
        const uint8_t *at =
            i < extent ? vm_read(call->vm, p + i, 1) : native_read(call, 0, i + 1);
        if (!at) {
            return NATIVE_TRAP;
        }
        if (i < extent && *at == c) {
            return done_ptr(call, p + i);
        }
    }
    return done_ptr(call, 0);
}

// void *memchr(const void *p, int c, size_t n): C17 7.24.5
NativeResult c_memchr(NativeCall *call) {
    return find_byte(call, (uint8_t)call->args[1].u, call->args[2].u);
}

// void *memrchr(const void *p, int c, size_t n): GNU
NativeResult c_memrchr(NativeCall *call) {
    uint64_t n = call->args[2].u;
    const char *p = n ? native_read(call, 0, n) : NULL;
    if (!p) {
        return n ? NATIVE_TRAP : done_ptr(call, 0);
    }
    const char *hit = memrchr(p, arg_int(call, 1), n);
    return done_ptr(call, hit ? call->args[0].p + (uint64_t)(hit - p) : 0);
}

// void *memccpy(void *to, const void *from, int c, size_t n): POSIX
NativeResult c_memccpy(NativeCall *call) {
    uint64_t n = call->args[3].u, extent = native_extent(call, 1);
    uint64_t have = n < extent ? n : extent;
    const char *from = have ? vm_peek(call->vm, call->args[1].p, have) : NULL;
    const char *hit = from ? memchr(from, arg_int(call, 2), have) : NULL;
    uint64_t size = hit ? (uint64_t)(hit - from) + 1 : n;
    if (lib_overlaps(call->args[0].p, size, call->args[1].p, size)) {
        return lib_trap_overlap(call, "memccpy", NULL);
    }
    if (!copy_args(call, 0, 1, size)) {
        return NATIVE_TRAP;
    }
    return done_ptr(call, hit ? call->args[0].p + size : 0);
}

// void *memmem(const void *p, size_t n, const void *needle, size_t m): GNU
NativeResult c_memmem(NativeCall *call) {
    uint64_t n = call->args[1].u, m = call->args[3].u;
    const char *needle = m ? native_read(call, 2, m) : "";
    const char *p = n ? native_read(call, 0, n) : "";
    if (!p || !needle) {
        return NATIVE_TRAP;
    }
    const char *hit = memmem(p, n, needle, m);
    return done_ptr(call, hit ? call->args[0].p + (uint64_t)(hit - p) : 0);
}

// ---------------------------------------------------------------- copying strings

bool lib_store_piece(NativeCall *call, const char *name, uint64_t at, LibPiece piece) {
    uint32_t width = piece.char_bytes;
    uint64_t length = piece.length * width; // of text that is there: no overflow
    uint64_t most = width == 1 ? piece.zeros : lib_wide_bytes(piece.zeros);
    uint64_t zeros = most > UINT64_MAX - length ? UINT64_MAX - length : most;
    uint64_t begin = at * width;
    Ptr to = call->args[0].p + begin;
    if (lib_overlaps(to, length + zeros, call->args[1].p,
                     length + (zeros > 0 ? width : 0))) {
        lib_trap_overlap(call, name, NULL);
        return false;
    }
    uint64_t end = begin + length + zeros;
    assert(end >= begin); // strings are appended with one zero
    if (end == 0) {
        return true;
    }
    // The first `begin` bytes are a string already: writing begins behind them.
    char *bytes = native_extent(call, 0) < end ? native_write(call, 0, end)
                                               : vm_write(call->vm, to, length + zeros);
    if (!bytes) {
        return false;
    }
    memmove(bytes, piece.text, length);
    memset(bytes + length, 0, zeros);
    return true;
}

static bool copy_string(NativeCall *call, const char *name, uint64_t *length) {
    const char *from = native_string(call, 1, length);
    return from && lib_store_piece(call, name, 0, (LibPiece){from, 1, *length, 1});
}

// char *strcpy(char *to, const char *from): C17 7.24.2
NativeResult c_strcpy(NativeCall *call) {
    uint64_t length = 0;
    return copy_string(call, "strcpy", &length) ? NATIVE_DONE : NATIVE_TRAP;
}

// char *stpcpy(char *to, const char *from): POSIX
NativeResult c_stpcpy(NativeCall *call) {
    uint64_t length = 0;
    if (!copy_string(call, "stpcpy", &length)) {
        return NATIVE_TRAP;
    }
    return done_ptr(call, call->args[0].p + length);
}

static bool copy_bounded(NativeCall *call, const char *name, uint64_t *length) {
    uint64_t n = call->args[2].u;
    const char *from = lib_bounded_string(call, 1, n, length);
    return from &&
           lib_store_piece(call, name, 0, (LibPiece){from, 1, *length, n - *length});
}

// char *strncpy(char *to, const char *from, size_t n): C17 7.24.2
NativeResult c_strncpy(NativeCall *call) {
    uint64_t length = 0;
    return copy_bounded(call, "strncpy", &length) ? NATIVE_DONE : NATIVE_TRAP;
}

// char *stpncpy(char *to, const char *from, size_t n): POSIX
NativeResult c_stpncpy(NativeCall *call) {
    uint64_t length = 0;
    if (!copy_bounded(call, "stpncpy", &length)) {
        return NATIVE_TRAP;
    }
    return done_ptr(call, call->args[0].p + length);
}

// char *strcat(char *to, const char *from): C17 7.24.3
NativeResult c_strcat(NativeCall *call) {
    uint64_t at = 0, length = 0;
    const char *from =
        native_string(call, 0, &at) ? native_string(call, 1, &length) : NULL;
    return from && lib_store_piece(call, "strcat", at, (LibPiece){from, 1, length, 1})
               ? NATIVE_DONE
               : NATIVE_TRAP;
}

// char *strncat(char *to, const char *from, size_t n): C17 7.24.3
NativeResult c_strncat(NativeCall *call) {
    uint64_t at = 0, length = 0;
    const char *from = native_string(call, 0, &at)
                           ? lib_bounded_string(call, 1, call->args[2].u, &length)
                           : NULL;
    return from && lib_store_piece(call, "strncat", at, (LibPiece){from, 1, length, 1})
               ? NATIVE_DONE
               : NATIVE_TRAP;
}

// Copies what fits behind `at` bytes of a buffer of `room` bytes.
static NativeResult copy_limited(NativeCall *call, const char *name, uint64_t at,
                                 uint64_t room) {
    uint64_t length = 0;
    const char *from = native_string(call, 1, &length);
    if (!from) {
        return NATIVE_TRAP;
    }
    if (room > at) {
        uint64_t keep = length < room - at - 1 ? length : room - at - 1;
        if (!lib_store_piece(call, name, at, (LibPiece){from, 1, keep, 1})) {
            return NATIVE_TRAP;
        }
    }
    return done_uint(call, (at < room ? at : room) + length);
}

// size_t strlcpy(char *to, const char *from, size_t n): GNU
NativeResult c_strlcpy(NativeCall *call) {
    return copy_limited(call, "strlcpy", 0, call->args[2].u);
}

// size_t strlcat(char *to, const char *from, size_t n): GNU
NativeResult c_strlcat(NativeCall *call) {
    uint64_t at = 0;
    if (!lib_bounded_string(call, 0, call->args[2].u, &at)) {
        return NATIVE_TRAP;
    }
    return copy_limited(call, "strlcat", at, call->args[2].u);
}

// size_t strxfrm(char *to, const char *from, size_t n): C17 7.24.4
NativeResult c_strxfrm(NativeCall *call) {
    uint64_t length = 0;
    const char *from = native_string(call, 1, &length);
    if (!from || (length < call->args[2].u &&
                  !lib_store_piece(call, "strxfrm", 0, (LibPiece){from, 1, length, 1}))) {
        return NATIVE_TRAP;
    }
    return done_uint(call, length);
}

// char *strdup(const char *s): POSIX
NativeResult c_strdup(NativeCall *call) {
    uint64_t length = 0;
    const char *from = native_string(call, 0, &length);
    Ptr p = from ? lib_heap_string(call, from, length) : 0;
    return p ? done_ptr(call, p) : NATIVE_TRAP;
}

// char *strndup(const char *s, size_t n): POSIX
NativeResult c_strndup(NativeCall *call) {
    uint64_t length = 0;
    const char *from = lib_bounded_string(call, 0, call->args[1].u, &length);
    Ptr p = from ? lib_heap_string(call, from, length) : 0;
    return p ? done_ptr(call, p) : NATIVE_TRAP;
}

// ---------------------------------------------------------------- comparing and
// measuring

// size_t strlen(const char *s): C17 7.24.6
NativeResult c_strlen(NativeCall *call) {
    uint64_t length = 0;
    return native_string(call, 0, &length) ? done_uint(call, length) : NATIVE_TRAP;
}

// size_t strnlen(const char *s, size_t n): POSIX
NativeResult c_strnlen(NativeCall *call) {
    uint64_t length = 0;
    return lib_bounded_string(call, 0, call->args[1].u, &length) ? done_uint(call, length)
                                                                 : NATIVE_TRAP;
}

static NativeResult compare_whole(NativeCall *call,
                                  int (*function)(const char *, const char *)) {
    uint64_t length = 0;
    const char *a = native_string(call, 0, &length);
    const char *b = a ? native_string(call, 1, &length) : NULL;
    return b ? done_int(call, function(a, b)) : NATIVE_TRAP;
}

// int strcmp(const char *a, const char *b): C17 7.24.4
NativeResult c_strcmp(NativeCall *call) {
    return compare_whole(call, strcmp);
}

// int strcasecmp(const char *a, const char *b): POSIX
NativeResult c_strcasecmp(NativeCall *call) {
    return compare_whole(call, strcasecmp);
}

NativeResult lib_compare_bounded(NativeCall *call, uint32_t char_bytes,
                                 LibCompare *compare) {
    uint64_t n = call->args[2].u, extent_a = native_extent(call, 0),
             extent_b = native_extent(call, 1);
    uint64_t have = (extent_a < extent_b ? extent_a : extent_b) / char_bytes;
    have = n < have ? n : have;
    const void *a = vm_peek(call->vm, call->args[0].p, have * char_bytes);
    const void *b = vm_peek(call->vm, call->args[1].p, have * char_bytes);
    if (n == 0 || (a && b && have > 0)) {
        int order = n ? compare(a, b, have) : 0;
        if (order != 0 || have == n || find_zero(a, char_bytes, have)) {
            return done_int(call, order);
        }
    }
    uint64_t length_a = 0, length_b = 0;
    a = bounded_argument(call, 0, char_bytes, n, &length_a);
    b = a ? bounded_argument(call, 1, char_bytes, n, &length_b) : NULL;
    if (!b) {
        return NATIVE_TRAP;
    }
    // Whichever ends before n does so with its zero, which decides.
    uint64_t common = length_a < length_b ? length_a : length_b;
    return done_int(call, compare(a, b, common < n ? common + 1 : n));
}

static int compare_bytes(const void *a, const void *b, size_t n) {
    return strncmp(a, b, n);
}

static int compare_bytes_nocase(const void *a, const void *b, size_t n) {
    return strncasecmp(a, b, n);
}

// int strncmp(const char *a, const char *b, size_t n): C17 7.24.4
NativeResult c_strncmp(NativeCall *call) {
    return lib_compare_bounded(call, 1, compare_bytes);
}

// int strncasecmp(const char *a, const char *b, size_t n): POSIX
NativeResult c_strncasecmp(NativeCall *call) {
    return lib_compare_bounded(call, 1, compare_bytes_nocase);
}

// ---------------------------------------------------------------- searching

// char *strchr(const char *s, int c): C17 7.24.5
NativeResult c_strchr(NativeCall *call) {
    uint64_t length = 0;
    const char *s = native_string(call, 0, &length);
    return s ? done_hit(call, s, memchr(s, (char)call->args[1].i, length + 1))
             : NATIVE_TRAP;
}

// char *strchrnul(const char *s, int c): GNU
NativeResult c_strchrnul(NativeCall *call) {
    uint64_t length = 0;
    const char *s = native_string(call, 0, &length);
    return s ? done_hit(call, s, strchrnul(s, (char)call->args[1].i)) : NATIVE_TRAP;
}

// char *strrchr(const char *s, int c): C17 7.24.5
NativeResult c_strrchr(NativeCall *call) {
    uint64_t length = 0;
    const char *s = native_string(call, 0, &length);
    return s ? done_hit(call, s, memrchr(s, (char)call->args[1].i, length + 1))
             : NATIVE_TRAP;
}

// Both string arguments; false after a trap.
static bool two_strings(NativeCall *call, const char **a, const char **b) {
    uint64_t length = 0;
    *a = native_string(call, 0, &length);
    *b = *a ? native_string(call, 1, &length) : NULL;
    return *b != NULL;
}

// size_t strspn(const char *s, const char *set): C17 7.24.5
NativeResult c_strspn(NativeCall *call) {
    const char *s, *set;
    return two_strings(call, &s, &set) ? done_uint(call, strspn(s, set)) : NATIVE_TRAP;
}

// size_t strcspn(const char *s, const char *set): C17 7.24.5
NativeResult c_strcspn(NativeCall *call) {
    const char *s, *set;
    return two_strings(call, &s, &set) ? done_uint(call, strcspn(s, set)) : NATIVE_TRAP;
}

// char *strpbrk(const char *s, const char *set): C17 7.24.5
NativeResult c_strpbrk(NativeCall *call) {
    const char *s, *set;
    return two_strings(call, &s, &set) ? done_hit(call, s, strpbrk(s, set)) : NATIVE_TRAP;
}

// char *strstr(const char *s, const char *needle): C17 7.24.5
NativeResult c_strstr(NativeCall *call) {
    const char *s, *needle;
    return two_strings(call, &s, &needle) ? done_hit(call, s, strstr(s, needle))
                                          : NATIVE_TRAP;
}

// char *strcasestr(const char *s, const char *needle): GNU
NativeResult c_strcasestr(NativeCall *call) {
    const char *s, *needle;
    return two_strings(call, &s, &needle) ? done_hit(call, s, strcasestr(s, needle))
                                          : NATIVE_TRAP;
}

// ---------------------------------------------------------------- splitting

// Takes one piece of the text at `from`: *piece its place (0: none), *rest where to go
// on. empty: pieces may be empty.
static bool split(NativeCall *call, Ptr from, bool empty, Ptr *piece, Ptr *rest) {
    uint64_t set_length = 0, length = 0;
    const char *set = native_string(call, 1, &set_length);
    const char *text = set ? vm_read_string(call->vm, from, 1, &length) : NULL;
    if (!text) {
        return false;
    }
    uint64_t begin = empty ? 0 : strspn(text, set);
    uint64_t end = begin + strcspn(text + begin, set);
    *piece = begin < length || empty ? from + begin : 0;
    *rest = from + end;
    if (end < length) {
        char *zero = vm_write(call->vm, from + end, 1);
        if (!zero) {
            return false;
        }
        *zero = 0;
        *rest = from + end + 1;
    } else if (empty) {
        *rest = 0;
    }
    return true;
}

// char *strtok(char *s, const char *separators): C17 7.24.5
NativeResult c_strtok(NativeCall *call) {
    Lib *lib = lib_here(call);
    Ptr from = call->args[0].p ? call->args[0].p : lib->strtok_rest;
    if (!from) {
        vm_trap(call->vm, TRAP_NULL_POINTER,
                "strtok(NULL, ...) goes on with a text, but none was given before");
        return NATIVE_TRAP;
    }
    Ptr piece = 0;
    if (!split(call, from, false, &piece, &lib->strtok_rest)) {
        return NATIVE_TRAP;
    }
    return done_ptr(call, piece);
}

// char *strtok_r(char *s, const char *separators, char **rest): POSIX
NativeResult c_strtok_r(NativeCall *call) {
    Ptr from = call->args[0].p, piece = 0, rest = 0;
    if (!from) {
        const Ptr *kept = native_read(call, 2, sizeof *kept);
        if (!kept) {
            return NATIVE_TRAP;
        }
        from = *kept;
    }
    if (!split(call, from, false, &piece, &rest)) {
        return NATIVE_TRAP;
    }
    Ptr *to = native_write(call, 2, sizeof *to);
    if (!to) {
        return NATIVE_TRAP;
    }
    *to = rest;
    return done_ptr(call, piece);
}

// char *strsep(char **s, const char *separators): GNU
NativeResult c_strsep(NativeCall *call) {
    const Ptr *kept = native_read(call, 0, sizeof *kept);
    if (!kept) {
        return NATIVE_TRAP;
    }
    Ptr from = *kept, piece = 0, rest = 0;
    if (!from) {
        return done_ptr(call, 0);
    }
    if (!split(call, from, true, &piece, &rest)) {
        return NATIVE_TRAP;
    }
    Ptr *to = native_write(call, 0, sizeof *to);
    if (!to) {
        return NATIVE_TRAP;
    }
    *to = rest;
    return done_ptr(call, piece);
}

// ---------------------------------------------------------------- bits

// int ffs(int n): POSIX
NativeResult c_ffs(NativeCall *call) {
    return done_int(call, __builtin_ffsll((long long)call->args[0].i));
}
