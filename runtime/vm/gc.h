// gc.h: the collector; the essay is in gc.c.
#ifndef VM_GC_H
#define VM_GC_H

#include "vm/machine.h"

void gc_init(VM *vm);
void gc_deinit(VM *vm);
// Asks for a collection at the next safepoint.
void gc_request(VM *vm);
// Marks everything reachable; afterwards gc_is_marked tells. gc_mark_end forgets the
// marks.
void gc_mark_all(VM *vm);
bool gc_is_marked(const VM *vm, uint32_t index);
void gc_mark_end(VM *vm);
// Asserts that table, heap and the fiber that runs agree (gc_check.c).
void gc_check(VM *vm);

#endif
