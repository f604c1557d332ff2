// exec_forms.h: the words that exec.c's handlers are written in: how an operand is read,
// how a handler ends, and what whole families of them have in common. A piece of exec.c,
// which alone includes it: its macros use that function's variables (pc, R, K, fiber, vm,
// table, dispatch) and go to the exits at its end.
//
//     what an instruction says    A B C BC IMM_B IMM_C
//     where it goes on            NEXT NEXT2 TAKE, JUMP and its kin, ENTER LEAVE CALL_NAMED
//     what may be slow or fail    TRY STEP, between SAVE and LOAD
//     an effect, no dispatch      DO_...: falls through on success
//     whole handlers              LOADS_ STORES_ CHECKED BINARY DIVIDE_ SHIFT JUMP
//
// Another tier can be generated from the same handlers by other definitions of these.
//
// Read next: exec_parts.h, runs of instructions made of the same effects.
#ifdef CORA_DEBUG_EXEC
#define DCHECK(x) assert(x)
#else
#define DCHECK(x) ((void)0)
#endif

#ifdef CORA_STRESS_GC
#define STRESSED true
#else
#define STRESSED false
#endif

// Operands are read where they stand, in the word behind pc: one load each, where taking
// a word apart needs two shifts. Little-endian, as the pictures of op.def.
typedef uint16_t Half __attribute__((may_alias));
typedef int16_t SignedHalf __attribute__((may_alias));
typedef int32_t Wide __attribute__((may_alias));
#define A     ((uint32_t)((const Half *)pc)[-3])
#define B     ((uint32_t)((const Half *)pc)[-2])
#define C     ((uint32_t)((const Half *)pc)[-1])
#define BC    (((const Wide *)pc)[-1])
#define IMM_C (((const SignedHalf *)pc)[-1])
#define IMM_B (((const SignedHalf *)pc)[-2])

#define SAVE() (fiber->pc = pc, fiber->R = R, fiber->k = K)
#define LOAD() (fiber = vm->now.fiber, pc = fiber->pc, R = fiber->R, K = fiber->k)
#define NEXT                                                                             \
    do {                                                                                 \
        pc++;                                                                            \
        goto *dispatch[((const Half *)pc)[-4]];                                          \
    } while (0)
#define NEXT2                                                                            \
    do {                                                                                 \
        pc++;                                                                            \
        NEXT;                                                                            \
    } while (0)
#define TAKE(distance)                                                                   \
    do {                                                                                 \
        __asm__ volatile("" : "+r"(pc));                                                 \
        pc += (distance);                                                                \
        NEXT;                                                                            \
    } while (0)
#define CASE(id) L_##id:
// A slow part that only succeeds or traps.
#define TRY(call)                                                                        \
    do {                                                                                 \
        SAVE();                                                                          \
        if (UNLIKELY(!(call)))                                                           \
            goto raise;                                                                  \
    } while (0)
// A slow part that may change frames or fibers.
#define STEP(call)                                                                       \
    do {                                                                                 \
        SAVE();                                                                          \
        step = (call);                                                                   \
        goto stepped;                                                                    \
    } while (0)

// ---- handler families

#define ADDRESS(o, offset) ((char *)(uintptr_t)((o)->base & OBJ_ADDRESS_MASK) + (offset))
#define SAME_LIFE(o, p)    ((((o)->base ^ (p)) >> 58) == 0)

// DO_ macros are an instruction without its dispatch: fall through on success. Handlers
// of one instruction and of a run of them (op.def) are made of the same text.
#define DO_LD(type, field)                                                               \
    do {                                                                                 \
        Ptr p_ = R[B].p;                                                                 \
        uint32_t offset_ = (uint32_t)p_ + (uint32_t)IMM_C;                               \
        const ObjHot *o_ = &table[ptr_index(p_)];                                        \
        if (UNLIKELY(!(SAME_LIFE(o_, p_) &&                                              \
                       (uint64_t)offset_ + sizeof(type) <= o_->readable)))               \
            goto mem_slow;                                                               \
        type v_;                                                                         \
        memcpy(&v_, ADDRESS(o_, offset_), sizeof v_);                                    \
        R[A].field = v_;                                                                 \
    } while (0)
#define DO_LDX(type, field)                                                              \
    do {                                                                                 \
        Ptr p_ = R[B].p;                                                                 \
        uint64_t at_ = R[C].u;                                                           \
        uint64_t offset_ = (uint32_t)p_ + at_ * sizeof(type);                            \
        const ObjHot *o_ = &table[ptr_index(p_)];                                        \
        if (UNLIKELY(!(at_ >> 32 == 0 && SAME_LIFE(o_, p_) &&                            \
                       offset_ + sizeof(type) <= o_->readable)))                         \
            goto mem_slow;                                                               \
        type v_;                                                                         \
        memcpy(&v_, ADDRESS(o_, offset_), sizeof v_);                                    \
        R[A].field = v_;                                                                 \
    } while (0)
// A store that goes on where the initialised bytes end moves that end along.
#define DO_STORE(type, value, offset, fits)                                              \
    do {                                                                                 \
        uint64_t end_ = (uint64_t)(offset) + sizeof(type);                               \
        if (UNLIKELY(!((fits) && SAME_LIFE(o_, p_))))                                    \
            goto mem_slow;                                                               \
        if (UNLIKELY(end_ > o_->writable) &&                                             \
            !((offset) == o_->writable && !NO_VALUE(type, value) &&                      \
              object_extend(&vm->objects, ptr_index(p_), (uint32_t)(offset),             \
                            sizeof(type))))                                              \
            goto mem_slow;                                                               \
        type v_ = (type)(value);                                                         \
        memcpy(ADDRESS(o_, offset), &v_, sizeof v_);                                     \
    } while (0)
#define DO_ST(type, field)                                                               \
    do {                                                                                 \
        Ptr p_ = R[B].p;                                                                 \
        uint32_t offset_ = (uint32_t)p_ + (uint32_t)IMM_C;                               \
        ObjHot *o_ = &table[ptr_index(p_)];                                              \
        DO_STORE(type, R[A].field, offset_, true);                                       \
    } while (0)
#define DO_STX(type, field)                                                              \
    do {                                                                                 \
        Ptr p_ = R[B].p;                                                                 \
        uint64_t at_ = R[C].u;                                                           \
        uint64_t offset_ = (uint32_t)p_ + at_ * sizeof(type);                            \
        ObjHot *o_ = &table[ptr_index(p_)];                                              \
        DO_STORE(type, R[A].field, offset_, at_ >> 32 == 0);                             \
    } while (0)
#define LOADS_(T, type, field)                                                           \
    CASE(LD_##T) {                                                                       \
        DO_LD(type, field);                                                              \
        NEXT;                                                                            \
    }                                                                                    \
    CASE(LDX_##T) {                                                                      \
        DO_LDX(type, field);                                                             \
        NEXT;                                                                            \
    }                                                                                    \
    CASE(LDG_##T) {                                                                      \
        type v;                                                                          \
        memcpy(&v, (const void *)(uintptr_t)K[BC], sizeof v);                            \
        R[A].field = v;                                                                  \
        NEXT;                                                                            \
    }
#define STORES_(T, type, field)                                                          \
    CASE(ST_##T) {                                                                       \
        DO_ST(type, field);                                                              \
        NEXT;                                                                            \
    }                                                                                    \
    CASE(STX_##T) {                                                                      \
        DO_STX(type, field);                                                             \
        NEXT;                                                                            \
    }                                                                                    \
    CASE(STG_##T) {                                                                      \
        type v = (type)R[A].field;                                                       \
        memcpy((void *)(uintptr_t)K[BC], &v, sizeof v);                                  \
        NEXT;                                                                            \
    }

// b op c with the compiler's own overflow test; the result is canonical for the type.
#define DO_CHECKED(type, builtin, right)                                                 \
    do {                                                                                 \
        type v_;                                                                         \
        if (UNLIKELY(builtin((type)R[B].i, (type)(right), &v_)))                         \
            goto arithmetic;                                                             \
        R[A].i = v_;                                                                     \
    } while (0)
#define CHECKED(id, type, builtin, right)                                                \
    CASE(id) {                                                                           \
        DO_CHECKED(type, builtin, right);                                                \
        NEXT;                                                                            \
    }
#define BINARY(id, field, expr)                                                          \
    CASE(id) {                                                                           \
        R[A].field = (expr);                                                             \
        NEXT;                                                                            \
    }
#define DIVIDE_I(id, type, min, op)                                                      \
    CASE(id) {                                                                           \
        type b = (type)R[B].i, c = (type)R[C].i;                                         \
        if (UNLIKELY(c == 0 || (c == -1 && b == (min))))                                 \
            goto arithmetic;                                                             \
        R[A].i = b op c;                                                                 \
        NEXT;                                                                            \
    }
#define DIVIDE_U(id, type, op)                                                           \
    CASE(id) {                                                                           \
        if (UNLIKELY((type)R[C].u == 0))                                                 \
            goto arithmetic;                                                             \
        R[A].u = (type)R[B].u op(type) R[C].u;                                           \
        NEXT;                                                                            \
    }
#define SHIFT(id, width, field, expr)                                                    \
    CASE(id) {                                                                           \
        if (UNLIKELY(R[C].u >= (width)))                                                 \
            goto arithmetic;                                                             \
        R[A].field = (expr);                                                             \
        NEXT;                                                                            \
    }
#define JUMP_BACK(condition, distance)                                                   \
    do {                                                                                 \
        if (condition) {                                                                 \
            if (UNLIKELY(--vm->now.ticks < 0))                                           \
                goto safepoint;                                                          \
            TAKE(distance);                                                              \
        }                                                                                \
        NEXT;                                                                            \
    } while (0)
// The same where nothing may happen: the next instruction is the jump again, with a look.
#define JUMP_BACK_IN_LANES(condition, distance)                                          \
    do {                                                                                 \
        if ((condition) && LIKELY(--vm->now.ticks >= 0))                                 \
            TAKE(distance);                                                              \
        NEXT;                                                                            \
    } while (0)
// One condition, forwards and backwards.
#define JUMP(id, condition, distance)                                                    \
    CASE(id) {                                                                           \
        if (condition)                                                                   \
            TAKE(distance);                                                              \
        NEXT;                                                                            \
    }                                                                                    \
    CASE(L##id) {                                                                        \
        JUMP_BACK(condition, distance);                                                  \
    }
#define ENTER(fn)                                                                        \
    do {                                                                                 \
        Value *base_ = R + A;                                                            \
        if (UNLIKELY(base_ + (fn)->frame_slots > fiber->limit)) {                        \
            grow_slots = (fn)->frame_slots;                                              \
            goto grow;                                                                   \
        }                                                                                \
        base_[-3].u = (uint64_t)(uintptr_t)(pc + 1);                                     \
        base_[-2].u = (uint64_t)(uintptr_t)K;                                            \
        base_[-1].u = A;                                                                 \
        R = base_;                                                                       \
        K = (fn)->k;                                                                     \
        pc = (fn)->entry;                                                                \
        NEXT;                                                                            \
    } while (0)
// The result is in v.
#define LEAVE(v)                                                                         \
    do {                                                                                 \
        uint64_t delta_ = R[-1].u & LINK_DELTA_MASK;                                     \
        DCHECK(R[-1].u >> LINK_LOCALS_SHIFT == 0);                                       \
        pc = (const Insn *)(uintptr_t)R[-3].u;                                           \
        K = (const uint64_t *)(uintptr_t)R[-2].u;                                        \
        R[0] = (v);                                                                      \
        R -= delta_;                                                                     \
        NEXT;                                                                            \
    } while (0)

// The frame's locals in memory end with it.
#define END_ALL()                                                                        \
    do {                                                                                 \
        if (UNLIKELY(frame_end_fast(vm, fiber, R, frame_local_count(R)) ||               \
                     (R[-1].u & LINK_ALLOCA)))                                           \
            frame_end_all(vm, fiber, R);                                                 \
    } while (0)
#ifdef CORA_STRESS_MOVE
#define MOVE_STACK() (SAVE(), frame_move(vm, fiber), LOAD())
#else
#define MOVE_STACK() ((void)0)
#endif
#define CALL_NAMED                                                                       \
    do {                                                                                 \
        const Fn *fn_ = (const Fn *)(uintptr_t)K[BC];                                    \
        if (UNLIKELY(--vm->now.ticks < 0))                                               \
            goto safepoint;                                                              \
        MOVE_STACK();                                                                    \
        ENTER(fn_);                                                                      \
    } while (0)
