// lib_ctype.c: <ctype.h> in the C locale. An argument that is neither EOF nor an unsigned
// char (C17 7.4p1) is a fault: it is an index into a table elsewhere, and reads beside
// it.
#include "lib/lib_core.h"
#include <ctype.h>

static bool is_valid(NativeCall *call, const char *name) {
    int c = arg_int(call, 0);
    // -128..-2: what a plain char above 127 becomes; glibc's tables allow it.
    if (c < -128 || c > 255) {
        vm_trap(call->vm, TRAP_VALUE,
                "%s(%d): the argument must be a character (0..255) or EOF", name, c);
        return false;
    }
    return true;
}

// One function a row; the classes are those of ASCII, the results the very numbers glibc
// gives.
#define CLASS(name)                                                                      \
    NativeResult c_##name(NativeCall *call) {                                            \
        int c = arg_int(call, 0);                                                        \
        if (!is_valid(call, #name)) {                                                    \
            return NATIVE_TRAP;                                                          \
        }                                                                                \
        return done_int(call, c >= 0 && c < 128 ? name(c) : 0);                          \
    }
CLASS(isalnum)
CLASS(isalpha)
CLASS(isblank)
CLASS(iscntrl)
CLASS(isdigit)
CLASS(isgraph)
CLASS(islower)
CLASS(isprint)
CLASS(ispunct)
CLASS(isspace)
CLASS(isupper)
CLASS(isxdigit)
#undef CLASS

// int tolower(int c): C17 7.4.2
NativeResult c_tolower(NativeCall *call) {
    int c = arg_int(call, 0);
    return done_int(call, c >= 'A' && c <= 'Z' ? c + 32 : c);
}

// int toupper(int c): C17 7.4.2
NativeResult c_toupper(NativeCall *call) {
    int c = arg_int(call, 0);
    return done_int(call, c >= 'a' && c <= 'z' ? c - 32 : c);
}

// int isascii(int c): POSIX
NativeResult c_isascii(NativeCall *call) {
    return done_int(call, (call->args[0].u & ~(uint64_t)0x7f) == 0);
}

// int toascii(int c): POSIX
NativeResult c_toascii(NativeCall *call) {
    return done_int(call, arg_int(call, 0) & 0x7f);
}
