// check_storage.c: storage classes and function specifiers: which of them go together, and
// where they have a place (C17 6.7.1, 6.7.4, 6.7.5).
//
// What enters: an ND_DECL whose type is known. What leaves: messages. What a storage class
// means is check_decl.c's; that no word stands twice the parser has seen.
//
// Read next: check_decl.c.
#include "front/check/check_inner.h"
#include <assert.h>

enum {
    STORAGE_LINKED = STORAGE_TYPEDEF | STORAGE_EXTERN | STORAGE_STATIC | STORAGE_AUTO |
                     STORAGE_REGISTER
};

static uint32_t count_bits(uint32_t bits) {
    return (uint32_t)__builtin_popcount(bits);
}

const char *check_storage_word(uint32_t storage) {
    static const char *const words[] = {"typedef",  "extern",       "static",   "auto",
                                        "register", "thread_local", "constexpr"};
    static_assert((1 << COUNT_OF(words)) - 1 == STORAGE_CLASS, "a word for each bit");
    assert((storage & STORAGE_CLASS) != 0);
    return words[__builtin_ctz(storage & STORAGE_CLASS)];
}

const char *check_inline_word(uint32_t storage) {
    return storage & FUNC_INLINE ? "inline" : "_Noreturn";
}

// `thread_local` goes with nothing but `static` and `extern` (C17 6.7.1p2).
static bool is_bad_mix(uint32_t storage) {
    uint32_t linked = storage & STORAGE_LINKED;
    return count_bits(linked) > 1 ||
           ((storage & STORAGE_THREAD) != 0 &&
            (linked & ~(uint32_t)(STORAGE_STATIC | STORAGE_EXTERN)) != 0);
}

void check_storage(Checker *c, const Node *node, const Type *type) {
    uint32_t storage = node->spec->storage;
    Span span = node->spec->span;
    bool is_top = scope_depth(c->scope) == 0;
    uint32_t classes = storage & (STORAGE_LINKED | STORAGE_THREAD);
    if (is_bad_mix(storage))
        diag_add(c->diags, DIAG_STORAGE_MIX, span, check_storage_word(classes),
                 check_storage_word(classes & (classes - 1)));
    else if (is_top && (storage & (STORAGE_AUTO | STORAGE_REGISTER)) != 0 &&
             node->declarator->asm_label == NULL) // GNU: a register of the machine
        diag_add(c->diags, DIAG_STORAGE_TOP, span,
                 storage & STORAGE_AUTO ? "auto" : "register");
    else if (!is_top && (storage & STORAGE_THREAD) != 0 &&
             (storage & (STORAGE_STATIC | STORAGE_EXTERN)) == 0)
        diag_add(c->diags, DIAG_STORAGE_THREAD, span);
    bool is_func = type->kind == TY_FUNC && (storage & STORAGE_TYPEDEF) == 0;
    if ((storage & (FUNC_INLINE | FUNC_NORETURN)) != 0 && !is_func &&
        type->kind != TY_ERROR)
        diag_add(c->diags, DIAG_INLINE_VARIABLE, span, check_inline_word(storage));
    if (node->spec->alignas_list != NULL &&
        ((storage & (STORAGE_TYPEDEF | STORAGE_REGISTER)) != 0 || type->kind == TY_FUNC))
        diag_add(c->diags, DIAG_ALIGNAS_HERE, node->spec->alignas_list->span);
}
