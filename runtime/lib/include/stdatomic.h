// stdatomic.h: a task is interrupted only where it waits, so every plain access is atomic, and an operation is the
// plain one. The orders of memory are accepted and say nothing.
#ifndef __STDATOMIC_H
#define __STDATOMIC_H
#include <stddef.h>
#include <stdint.h>
// ---- GNU's builtins
#define __ATOMIC_RELAXED 0
#define __ATOMIC_CONSUME 1
#define __ATOMIC_ACQUIRE 2
#define __ATOMIC_RELEASE 3
#define __ATOMIC_ACQ_REL 4
#define __ATOMIC_SEQ_CST 5
#define __atomic_load_n(p, order) (*(p))
#define __atomic_load(p, to, order) ((void)(*(to) = *(p)))
#define __atomic_store_n(p, v, order) ((void)(*(p) = (v)))
#define __atomic_store(p, from, order) ((void)(*(p) = *(from)))
// What it was, when it becomes `next`; `old` is its name in there.
#define __atomic_old(p, next) ({ auto __at = (p); auto __old = *__at; *__at = (next); __old; })
#define __atomic_new(p, next) ({ auto __at = (p); auto __old = *__at; *__at = (next); })
#define __atomic_exchange_n(p, v, order) __atomic_old(p, v)
#define __atomic_exchange(p, from, to, order) ((void)(*(to) = __atomic_old(p, *(from))))
#define __atomic_fetch_add(p, v, order) __atomic_old(p, __old + (v))
#define __atomic_fetch_sub(p, v, order) __atomic_old(p, __old - (v))
#define __atomic_fetch_and(p, v, order) __atomic_old(p, __old & (v))
#define __atomic_fetch_or(p, v, order) __atomic_old(p, __old | (v))
#define __atomic_fetch_xor(p, v, order) __atomic_old(p, __old ^ (v))
#define __atomic_fetch_nand(p, v, order) __atomic_old(p, ~(__old & (v)))
#define __atomic_add_fetch(p, v, order) __atomic_new(p, __old + (v))
#define __atomic_sub_fetch(p, v, order) __atomic_new(p, __old - (v))
#define __atomic_and_fetch(p, v, order) __atomic_new(p, __old & (v))
#define __atomic_or_fetch(p, v, order) __atomic_new(p, __old | (v))
#define __atomic_xor_fetch(p, v, order) __atomic_new(p, __old ^ (v))
#define __atomic_nand_fetch(p, v, order) __atomic_new(p, ~(__old & (v)))
#define __atomic_compare_exchange_n(p, expected, v, weak, success, failure)                                            \
    ({ auto __at = (p); auto __want = (expected); bool __same = *__at == *__want;                                      \
       if (__same) *__at = (v); else *__want = *__at; __same; })
#define __atomic_compare_exchange(p, expected, from, weak, success, failure)                                           \
    __atomic_compare_exchange_n(p, expected, *(from), weak, success, failure)
#define __atomic_test_and_set(p, order) __atomic_old((bool *)(p), true)
#define __atomic_clear(p, order) ((void)(*(bool *)(p) = false))
#define __atomic_thread_fence(order) ((void)(order))
#define __atomic_signal_fence(order) ((void)(order))
#define __atomic_always_lock_free(size, p) ((size) <= 8)
#define __atomic_is_lock_free(size, p) ((size) <= 8)
#define __sync_fetch_and_add(p, ...) __atomic_old(p, __old + (__VA_ARGS__))
#define __sync_fetch_and_sub(p, ...) __atomic_old(p, __old - (__VA_ARGS__))
#define __sync_fetch_and_and(p, ...) __atomic_old(p, __old & (__VA_ARGS__))
#define __sync_fetch_and_or(p, ...) __atomic_old(p, __old | (__VA_ARGS__))
#define __sync_fetch_and_xor(p, ...) __atomic_old(p, __old ^ (__VA_ARGS__))
#define __sync_fetch_and_nand(p, ...) __atomic_old(p, ~(__old & (__VA_ARGS__)))
#define __sync_add_and_fetch(p, ...) __atomic_new(p, __old + (__VA_ARGS__))
#define __sync_sub_and_fetch(p, ...) __atomic_new(p, __old - (__VA_ARGS__))
#define __sync_and_and_fetch(p, ...) __atomic_new(p, __old & (__VA_ARGS__))
#define __sync_or_and_fetch(p, ...) __atomic_new(p, __old | (__VA_ARGS__))
#define __sync_xor_and_fetch(p, ...) __atomic_new(p, __old ^ (__VA_ARGS__))
#define __sync_nand_and_fetch(p, ...) __atomic_new(p, ~(__old & (__VA_ARGS__)))
#define __sync_val_compare_and_swap(p, was, v, ...) __atomic_old(p, __old == (was) ? (v) : __old)
#define __sync_bool_compare_and_swap(p, was, v, ...)                                                                   \
    ({ auto __at = (p); bool __same = *__at == (was); if (__same) *__at = (v); __same; })
#define __sync_lock_test_and_set(p, v, ...) __atomic_old(p, v)
#define __sync_lock_release(p, ...) ((void)(*(p) = 0))
#define __sync_synchronize() ((void)0)
// ---- C17 7.17
typedef enum memory_order {
    memory_order_relaxed,
    memory_order_consume,
    memory_order_acquire,
    memory_order_release,
    memory_order_acq_rel,
    memory_order_seq_cst
} memory_order;
typedef _Atomic bool atomic_bool;
typedef _Atomic char atomic_char;
typedef _Atomic signed char atomic_schar;
typedef _Atomic unsigned char atomic_uchar;
typedef _Atomic short atomic_short;
typedef _Atomic unsigned short atomic_ushort;
typedef _Atomic int atomic_int;
typedef _Atomic unsigned atomic_uint;
typedef _Atomic long atomic_long;
typedef _Atomic unsigned long atomic_ulong;
typedef _Atomic long long atomic_llong;
typedef _Atomic unsigned long long atomic_ullong;
typedef _Atomic size_t atomic_size_t;
typedef _Atomic ptrdiff_t atomic_ptrdiff_t;
typedef _Atomic intptr_t atomic_intptr_t;
typedef _Atomic uintptr_t atomic_uintptr_t;
typedef _Atomic intmax_t atomic_intmax_t;
typedef _Atomic uintmax_t atomic_uintmax_t;
typedef struct atomic_flag {
    bool __is_set;
} atomic_flag;
#define ATOMIC_FLAG_INIT {0}
#define ATOMIC_VAR_INIT(value) (value)
#define ATOMIC_BOOL_LOCK_FREE 2
#define ATOMIC_CHAR_LOCK_FREE 2
#define ATOMIC_CHAR8_T_LOCK_FREE 2
#define ATOMIC_CHAR16_T_LOCK_FREE 2
#define ATOMIC_CHAR32_T_LOCK_FREE 2
#define ATOMIC_WCHAR_T_LOCK_FREE 2
#define ATOMIC_SHORT_LOCK_FREE 2
#define ATOMIC_INT_LOCK_FREE 2
#define ATOMIC_LONG_LOCK_FREE 2
#define ATOMIC_LLONG_LOCK_FREE 2
#define ATOMIC_POINTER_LOCK_FREE 2
#define kill_dependency(y) (y)
#define atomic_init(p, v) ((void)(*(p) = (v)))
#define atomic_thread_fence(order) ((void)(order))
#define atomic_signal_fence(order) ((void)(order))
#define atomic_is_lock_free(p) ((void)(p), true)
#define atomic_load(p) (*(p))
#define atomic_load_explicit(p, order) (*(p))
#define atomic_store(p, v) ((void)(*(p) = (v)))
#define atomic_store_explicit(p, v, order) ((void)(*(p) = (v)))
#define atomic_exchange(p, v) __atomic_old(p, v)
#define atomic_exchange_explicit(p, v, order) __atomic_old(p, v)
#define atomic_fetch_add(p, v) __atomic_old(p, __old + (v))
#define atomic_fetch_add_explicit(p, v, order) __atomic_old(p, __old + (v))
#define atomic_fetch_sub(p, v) __atomic_old(p, __old - (v))
#define atomic_fetch_sub_explicit(p, v, order) __atomic_old(p, __old - (v))
#define atomic_fetch_and(p, v) __atomic_old(p, __old & (v))
#define atomic_fetch_and_explicit(p, v, order) __atomic_old(p, __old & (v))
#define atomic_fetch_or(p, v) __atomic_old(p, __old | (v))
#define atomic_fetch_or_explicit(p, v, order) __atomic_old(p, __old | (v))
#define atomic_fetch_xor(p, v) __atomic_old(p, __old ^ (v))
#define atomic_fetch_xor_explicit(p, v, order) __atomic_old(p, __old ^ (v))
#define atomic_compare_exchange_strong(p, expected, v) __atomic_compare_exchange_n(p, expected, v, 0, 5, 5)
#define atomic_compare_exchange_weak(p, expected, v) __atomic_compare_exchange_n(p, expected, v, 1, 5, 5)
#define atomic_compare_exchange_strong_explicit(p, expected, v, success, failure)                                      \
    __atomic_compare_exchange_n(p, expected, v, 0, success, failure)
#define atomic_compare_exchange_weak_explicit(p, expected, v, success, failure)                                        \
    __atomic_compare_exchange_n(p, expected, v, 1, success, failure)
#define atomic_flag_test_and_set(p) __atomic_old(&(p)->__is_set, true)
#define atomic_flag_test_and_set_explicit(p, order) __atomic_old(&(p)->__is_set, true)
#define atomic_flag_clear(p) ((void)((p)->__is_set = false))
#define atomic_flag_clear_explicit(p, order) ((void)((p)->__is_set = false))
#endif
