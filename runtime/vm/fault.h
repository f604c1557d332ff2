// fault.h: the messages of faults: every fact a learner needs, in one line, and notes
// that point at places.
//
// Each function sets vm->trap (trap.h). They are called where the fault is found, with
// the fiber's pc saved, so that the names of the variables involved can be read from the
// Proto.
#ifndef VM_FAULT_H
#define VM_FAULT_H

#include "vm/machine.h"

// An access of n bytes at p + delta that object_access refused. delta keeps "p is null"
// apart from "p->field".
void fault_access(VM *vm, AccessFault fault, Ptr p, int64_t delta, uint64_t n,
                  Access access);
// The register stack or the memory stack is full.
void fault_stack(VM *vm);
// free or realloc of p, which is no block of malloc's that is live.
void fault_free(VM *vm, Ptr p, const char *function);
// The arithmetic instruction that is running cannot be done.
void fault_arithmetic(VM *vm, Insn insn);
// Pointer arithmetic that leaves the offset's range.
void fault_pointer_range(VM *vm, Ptr p, int64_t count, int64_t size_bytes);
// A call through p, of the signature `wanted` with `arg_count` arguments.
void fault_call(VM *vm, Ptr p, uint32_t wanted, uint32_t arg_count);
// What an object is, as C declares it: "`int a[10]`", "a block of 40 bytes". Into buf,
// which is returned.
char *fault_describe(const VM *vm, uint32_t index, char *buf, size_t buf_bytes);
// A declaration: "int a[10]" from "int [10]" and "a".
void fault_declare(char *buf, size_t buf_bytes, const char *type_name, const char *name);

#endif
