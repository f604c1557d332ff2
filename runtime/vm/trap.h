// trap.h: errors on their way: ErrorObj, tracebacks read from frames, unwinding.
#ifndef VM_TRAP_H
#define VM_TRAP_H

#include "vm/frame.h"
#include <stdarg.h>

// A new error object that hangs from nothing; 0 when there are no object numbers left
// (then the last error is reused).
ErrorObj *trap_new_error(VM *vm, TrapKind kind, const char *name);
void trap_error_deinit(ErrorObj *error);
void trap_vset(VM *vm, TrapKind kind, const char *format, va_list args);
// Raises vm->trap in vm->now.fiber: STEP_NEXT when a handler was found (the fiber's saved
// state is there), STEP_STOP when the task's own fiber has no handler (vm->result is the
// error).
Step trap_raise(VM *vm);
// Values that an error takes along, or that the native which failed was given: that nobody
// awaits the coroutine objects among them is no mistake of its own.
void trap_excuse(VM *vm, const Value *begin, const Value *end);
// Ends the newest frame of the fiber, which is not the bottom one.
void trap_pop_frame(VM *vm, Fiber *fiber);
// Sets vm->trap to a copy of a failed future's error: each awaiter has its own traceback.
void trap_from_future(VM *vm, Future *future);
// A wait of the running fiber ends with this error.
void trap_resumed(VM *vm, Ptr error);
// The span of the instruction that the frame of `k` is in.
Span trap_span(const Proto *proto, uint32_t index);
// Whether that instruction reads a byte only to store it elsewhere.
bool trap_copies_byte(const Proto *proto, uint32_t index);
// The variable that lives in a register where the running fiber is; NULL: none.
const VarEntry *trap_var_of(const Proto *proto, uint32_t index, uint32_t slot);

#endif
