// native.h: how the library's C functions are called.
//
// Arguments come as registers in canonical form (value.h); args[0] is also where the
// result goes. A native never enters the VM again, never blocks, never longjmps. It ends
// in one of five ways:
//
//     NATIVE_DONE     args[0] holds the result (if any)
//     NATIVE_PENDING  the task waits; the native has told somebody (loop/) who will wake
//                     the task, and the value then given is the call's result
//     NATIVE_AGAIN    as PENDING, but when the task is woken the VM executes the same
//                     CALLN again: for natives that need more input. Its arguments are
//                     untouched, so a native writes args[0] only when it is done
//     NATIVE_TURN     the others have had their turn, for there are none: the result is 0,
//                     and the task goes on as one that has waited
//     NATIVE_TRAP     vm_trap was called
//
// PENDING and AGAIN leave vm_run, unless loop/ has already told it who goes on in the
// task's place (vm_turn_to).
//
// A dual function is one native: call->suspend says whether it stands under await (only
// the task waits) or is called plainly (the whole loop waits: loop_block_on).
#ifndef VM_NATIVE_H
#define VM_NATIVE_H

#include "vm/vm.h"

typedef enum NativeResult {
    NATIVE_DONE,
    NATIVE_PENDING,
    NATIVE_AGAIN,
    NATIVE_TURN,
    NATIVE_TRAP
} NativeResult;

typedef struct NativeCall {
    VM *vm;
    Value *args;
    uint32_t arg_count; // all, variadic ones included
    const VarDesc
        *va;      // types of the variadic ones (the last va->count of args); NULL: none
    bool suspend; // under await
} NativeCall;

typedef NativeResult (*NativeFn)(NativeCall *call);

typedef struct NativeDef {
    const char *name;
    NativeFn fn;
} NativeDef;

// Argument i as memory: like vm_read / vm_write, but also held to the array it was given
// by name (op NARROW), and the message names the function's argument. NULL after a trap.
const void *native_read(NativeCall *call, uint32_t i, uint64_t n);
void *native_write(NativeCall *call, uint32_t i, uint64_t n);
const char *native_string(NativeCall *call, uint32_t i, uint64_t *length);
const wchar_t *native_wide_string(NativeCall *call, uint32_t i, uint64_t *length);
// Bytes that may be used from argument i on (object's or narrowed extent).
uint64_t native_extent(NativeCall *call, uint32_t i);

// A variadic area (va_list's target): count, and each argument with its type. NULL after
// a trap.
typedef struct VaArea {
    uint32_t count;
    uint32_t at; // next
    const VarDesc *types;
    Value values[];
} VaArea;
// The area that argument i, a va_list, points to; NULL after a trap.
VaArea *native_va_area(NativeCall *call, uint32_t i);
// The same for any pointer (a va_list kept elsewhere).
VaArea *vm_va_area(VM *vm, Ptr p);

#endif
