#ifndef __STDARG_H
#define __STDARG_H
// The variable arguments of one call. Passed to a function, it goes on where that function stopped.
typedef struct __va_area *va_list;
typedef va_list __builtin_va_list;
typedef va_list __gnuc_va_list;
[[cora::op("va_start")]] void __builtin_va_start(va_list ap, ...);
[[cora::op("va_end")]] void __builtin_va_end(va_list ap);
[[cora::op("va_copy")]] void __builtin_va_copy(va_list to, va_list from);
#define va_start(ap, ...) __builtin_va_start(ap __VA_OPT__(,) __VA_ARGS__)
#define va_end(ap) __builtin_va_end(ap)
#define va_copy(to, from) __builtin_va_copy(to, from)
#define va_arg(ap, type) __builtin_va_arg(ap, type)
#define __va_copy(to, from) __builtin_va_copy(to, from)
#endif
