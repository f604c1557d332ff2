// exec_parts.h: runs (op.def) are handlers made of the text of their parts. A piece of
// exec.c, which alone includes it: its macros use that function's variables and exits.
//
//     RUN_HANDLER(id, p1 .. p6, h2 .. h6)
//         RUN_PART(p1)  pc++  RUN_PART(p2)  pc++  ...  NEXT
//
// Every part leaves its result in `last` for the part behind it, which reads it there as
// its operand a, b or c (DO_x_a ...) without waiting for memory; `first` is the result
// before that. It also leaves it in its register, unless the next part writes that anyway
// (KEEP is false); then that part does it if it fails (SPILL). `near` is the object of the
// last access to memory, which the next one may take for checked (DO_x_base): near_at is
// its first byte, its pointer near_offset bytes from there. near_readable and near_writable
// are its bounds as they were then; they only grow, so that what passes them is good.
#define FAIL(exit)                                                                       \
    do {                                                                                 \
        if (SPILL)                                                                       \
            R[A] = last;                                                                 \
        goto exit;                                                                       \
    } while (0)
#define PART_INT(type, builtin, left, right)                                             \
    do {                                                                                 \
        type v_;                                                                         \
        if (UNLIKELY(builtin((type)(left).i, (type)(right), &v_)))                       \
            FAIL(arithmetic);                                                            \
        last.i = v_;                                                                     \
        if (KEEP)                                                                        \
            R[A].i = v_;                                                                 \
    } while (0)
#define PART(field, expr)                                                                \
    do {                                                                                 \
        last.field = (expr);                                                             \
        if (KEEP)                                                                        \
            R[A].field = last.field;                                                     \
    } while (0)
// The pointer was good and its object is `near`: what the next access may count on.
#define NEAR(o, p)                                                                       \
    (near = (o), near_offset = (uint32_t)(p), near_at = ADDRESS(o, 0),                   \
     near_readable = (o)->readable, near_writable = (o)->writable)
#define PART_LOADED(type, field, address)                                                \
    do {                                                                                 \
        type v_;                                                                         \
        memcpy(&v_, address, sizeof v_);                                                 \
        last.field = v_;                                                                 \
        R[A].field = v_;                                                                 \
    } while (0)
#define PART_LOAD(type, field, fits, delta)                                              \
    do {                                                                                 \
        Ptr p_ = R[B].p;                                                                 \
        uint64_t delta_ = (delta);                                                       \
        uint64_t offset_ = (uint32_t)p_ + delta_;                                        \
        ObjHot *o_ = &table[ptr_index(p_)];                                              \
        if (UNLIKELY(!((fits) && SAME_LIFE(o_, p_) &&                                    \
                       offset_ + sizeof(type) <= o_->readable)))                         \
            FAIL(mem_slow);                                                              \
        NEAR(o_, p_);                                                                    \
        PART_LOADED(type, field, ADDRESS(o_, offset_));                                  \
    } while (0)
// A displacement is added in 32 bits, as offsets are.
#define PART_LD(type, field)                                                             \
    do {                                                                                 \
        Ptr p_ = R[B].p;                                                                 \
        uint32_t offset_ = (uint32_t)p_ + (uint32_t)IMM_C;                               \
        ObjHot *o_ = &table[ptr_index(p_)];                                              \
        if (UNLIKELY(!(SAME_LIFE(o_, p_) &&                                              \
                       (uint64_t)offset_ + sizeof(type) <= o_->readable)))               \
            FAIL(mem_slow);                                                              \
        NEAR(o_, p_);                                                                    \
        PART_LOADED(type, field, ADDRESS(o_, offset_));                                  \
    } while (0)
#define PART_LD_BASE(type, field)                                                        \
    do {                                                                                 \
        uint32_t delta_ = (uint32_t)IMM_C, offset_ = near_offset + delta_;               \
        if (UNLIKELY((uint64_t)offset_ + sizeof(type) > near_readable))                  \
            goto mem_slow;                                                               \
        PART_LOADED(type, field, near_at + offset_);                                     \
    } while (0)
#define PART_LDX(type, field, at)                                                        \
    do {                                                                                 \
        uint64_t at_ = (at);                                                             \
        PART_LOAD(type, field, at_ >> 32 == 0, at_ * sizeof(type));                      \
    } while (0)
// An index that was computed as an int: no product of it wraps, so the bounds say all.
#define PART_LDX_INT(type, field, at) PART_LOAD(type, field, true, (at) * sizeof(type))
// A byte that is only moved, and has no value to move (value.h).
#define NO_VALUE(type, value) (sizeof(type) == 1 && byte_has_no_value((uint64_t)(value)))
#define PART_ST(type, field)                                                             \
    do {                                                                                 \
        Ptr p_ = R[B].p;                                                                 \
        uint32_t offset_ = (uint32_t)p_ + (uint32_t)IMM_C;                               \
        ObjHot *o_ = &table[ptr_index(p_)];                                              \
        DO_STORE(type, R[A].field, offset_, true);                                       \
        NEAR(o_, p_);                                                                    \
    } while (0)
#define PART_ST_BASE(type, field)                                                        \
    do {                                                                                 \
        uint32_t delta_ = (uint32_t)IMM_C, offset_ = near_offset + delta_;               \
        uint64_t end_ = (uint64_t)offset_ + sizeof(type);                                \
        if (UNLIKELY(end_ > near_writable)) {                                            \
            if (offset_ != near->writable || NO_VALUE(type, R[A].field) ||               \
                !object_extend(&vm->objects, (uint32_t)(near - table), offset_,          \
                               sizeof(type)))                                            \
                goto mem_slow;                                                           \
            near_writable = near->writable;                                              \
        }                                                                                \
        type v_ = (type)R[A].field;                                                      \
        memcpy(near_at + offset_, &v_, sizeof v_);                                       \
    } while (0)
#define PART_STX(type, field, value)                                                     \
    do {                                                                                 \
        Ptr p_ = R[B].p;                                                                 \
        uint64_t at_ = R[C].u;                                                           \
        uint64_t offset_ = (uint32_t)p_ + at_ * sizeof(type);                            \
        ObjHot *o_ = &table[ptr_index(p_)];                                              \
        DO_STORE(type, (value).field, offset_, at_ >> 32 == 0);                          \
        NEAR(o_, p_);                                                                    \
    } while (0)
// Memory that LANES has looked at (op.def).
#define LANE_UNIT(type)    ((void *)(uintptr_t)(R[B].u + R[C].u * sizeof(type)))
#define LANE_STRIDED(type) ((void *)(uintptr_t)(R[B].u + R[C].u * R[B + 1].u))
#define DO_LANE_LOAD(type, field, address)                                               \
    do {                                                                                 \
        type v_;                                                                         \
        memcpy(&v_, address, sizeof v_);                                                 \
        R[A].field = v_;                                                                 \
    } while (0)
#define DO_LANE_STORE(type, value, address)                                              \
    do {                                                                                 \
        type v_ = (type)(value);                                                         \
        memcpy(address, &v_, sizeof v_);                                                 \
    } while (0)
#define LANE_LOADS_(T, type, field)                                                      \
    CASE(LDL_##T) {                                                                      \
        DO_LANE_LOAD(type, field, LANE_UNIT(type));                                      \
        NEXT;                                                                            \
    }                                                                                    \
    CASE(LDLS_##T) {                                                                     \
        DO_LANE_LOAD(type, field, LANE_STRIDED(type));                                   \
        NEXT;                                                                            \
    }
#define LANE_STORES_(T, type, field)                                                     \
    CASE(STL_##T) {                                                                      \
        DO_LANE_STORE(type, R[A].field, LANE_UNIT(type));                                \
        NEXT;                                                                            \
    }                                                                                    \
    CASE(STLS_##T) {                                                                     \
        DO_LANE_STORE(type, R[A].field, LANE_STRIDED(type));                             \
        NEXT;                                                                            \
    }
#define PART_LDL(type, field)  PART_LOADED(type, field, LANE_UNIT(type))
#define PART_LDLS(type, field) PART_LOADED(type, field, LANE_STRIDED(type))
#define DO_LDL_I32_any         PART_LDL(int32_t, i)
#define DO_LDL_I64_any         PART_LDL(int64_t, i)
#define DO_LDLS_I64_any        PART_LDLS(int64_t, i)
#define DO_STL_I8_any          DO_LANE_STORE(int8_t, R[A].i, LANE_UNIT(int8_t))
#define DO_STL_I32_any         DO_LANE_STORE(int32_t, R[A].i, LANE_UNIT(int32_t))
#define DO_STL_I64_any         DO_LANE_STORE(int64_t, R[A].i, LANE_UNIT(int64_t))
#define DO_BJLT_a              JUMP_BACK_IN_LANES(last.i < R[B].i, IMM_C)
#define DO_BJLTI_a             JUMP_BACK_IN_LANES(last.i < IMM_B, IMM_C)
#define DO_BJLT_U_a            JUMP_BACK_IN_LANES(last.u < R[B].u, IMM_C)
#define DO_ADDI_U64_any        PART(u, R[B].u + (uint64_t)(int64_t)IMM_C)
#define DO_ADD_I32_c           PART_INT(int32_t, __builtin_add_overflow, R[B], last.i)
#define DO_ADD_I64_c           PART_INT(int64_t, __builtin_add_overflow, R[B], last.i)
#define DO_ADDI_I32_any        PART_INT(int32_t, __builtin_add_overflow, R[B], IMM_C)
#define DO_ADD_I32_any         PART_INT(int32_t, __builtin_add_overflow, R[B], R[C].i)
#define DO_ADD_I32_b           PART_INT(int32_t, __builtin_add_overflow, last, R[C].i)
#define DO_ADD_I32_over_b      DO_ADD_I32_b
#define DO_ADD_I64_any         PART_INT(int64_t, __builtin_add_overflow, R[B], R[C].i)
#define DO_MUL_I32_any         PART_INT(int32_t, __builtin_mul_overflow, R[B], R[C].i)
#define DO_MUL_U32_b           PART(u, (uint32_t)(last.u * R[C].u))
#define DO_XOR_any             PART(u, R[B].u ^ R[C].u)
#define DO_XOR_c               PART(u, R[B].u ^ last.u)
#define DO_EXT_U8_any          PART(u, (uint8_t)R[B].u)
#define DO_MOV_any             PART(u, R[B].u)
#define DO_LDI_any             PART(i, BC)
#define DO_LDK_any             PART(u, K[BC])
#define DO_ADD_F64_any         PART(f, R[B].f + R[C].f)
#define DO_ADD_F64_b           PART(f, last.f + R[C].f)
#define DO_ADD_F64_c           PART(f, R[B].f + last.f)
#define DO_ADD_F64_both        PART(f, first.f + last.f)
#define DO_SUB_F64_any         PART(f, R[B].f - R[C].f)
#define DO_SUB_F64_b           PART(f, last.f - R[C].f)
#define DO_SUB_F64_c           PART(f, R[B].f - last.f)
#define DO_SUB_F64_both        PART(f, first.f - last.f)
#define DO_MUL_F64_any         PART(f, R[B].f *R[C].f)
#define DO_MUL_F64_b           PART(f, last.f *R[C].f)
#define DO_MUL_F64_c           PART(f, R[B].f *last.f)
#define DO_MUL_F64_both        PART(f, first.f *last.f)
#define DO_LD_I8_any           PART_LD(int8_t, i)
#define DO_LD_I32_any          PART_LD(int32_t, i)
#define DO_LD_I64_any          PART_LD(int64_t, i)
#define DO_LD_I64_base         PART_LD_BASE(int64_t, i)
#define DO_LDX_U8_any          PART_LDX(uint8_t, u, R[C].u)
#define DO_LDX_I32_c           PART_LDX_INT(int32_t, i, last.u)
#define DO_LDX_I64_any         PART_LDX(int64_t, i, R[C].u)
#define DO_LDX_I64_c           PART_LDX_INT(int64_t, i, last.u)
#define DO_LDX_I64_over_c      DO_LDX_I64_c
#define DO_ST_I32_base         PART_ST_BASE(int32_t, i)
#define DO_ST_I64_any          PART_ST(int64_t, i)
#define DO_ST_I64_base         PART_ST_BASE(int64_t, i)
#define DO_STX_I8_any          PART_STX(int8_t, i, R[A])
#define DO_STX_I64_a           PART_STX(int64_t, i, last)
#define DO_ADDI_I64_any        PART_INT(int64_t, __builtin_add_overflow, R[B], IMM_C)
#define DO_STX_I64_any         PART_STX(int64_t, i, R[A])
#define DO_PADDI_any           DO_PADDI
#define DO_PADDI                                                                         \
    do {                                                                                 \
        int64_t offset_ = (int64_t)ptr_offset(R[B].p) + IMM_C;                           \
        if (UNLIKELY(offset_ != (int32_t)offset_))                                       \
            goto pointer_range;                                                          \
        R[A].p = ptr_base(R[B].p) | (uint32_t)offset_;                                   \
    } while (0)
// A jump ahead that is taken leaves the run; the other parts go on.
#define JUMP_IF(condition, distance)                                                     \
    do {                                                                                 \
        if (condition)                                                                   \
            TAKE(distance);                                                              \
    } while (0)
#define DO_JGEI_a     JUMP_IF(last.i >= IMM_B, IMM_C)
#define DO_JGEI_any   JUMP_IF(R[A].i >= IMM_B, IMM_C)
#define DO_JNLE_F_any JUMP_IF(!(R[A].f <= R[B].f), IMM_C)
#define DO_JT_a       JUMP_IF(last.u != 0, BC)
#define DO_JF_a       JUMP_IF(last.u == 0, BC)
#define DO_JLE_b      JUMP_IF(R[A].i <= last.i, IMM_C)
#define DO_JLT_F_a    JUMP_IF(last.f < R[B].f, IMM_C)
#define DO_JLT_F_b    JUMP_IF(R[A].f < last.f, IMM_C)
#define DO_JNLT_F_a   JUMP_IF(!(last.f < R[B].f), IMM_C)
#define DO_JNLT_F_b   JUMP_IF(!(R[A].f < last.f), IMM_C)
#define DO_JNLT_F_any JUMP_IF(!(R[A].f < R[B].f), IMM_C)
// These dispatch by themselves.
#define DO_JMP_any  TAKE(BC)
#define DO_LJT_a    JUMP_BACK(last.u != 0, BC)
#define DO_LJLT_a   JUMP_BACK(last.i < R[B].i, IMM_C)
#define DO_LJLT_any JUMP_BACK(R[A].i < R[B].i, IMM_C)
#define DO_LJLTI_a  JUMP_BACK(last.i < IMM_B, IMM_C)
#define DO_CALL_any CALL_NAMED
#define DO_RET_any                                                                       \
    do {                                                                                 \
        Value v_ = R[A];                                                                 \
        LEAVE(v_);                                                                       \
    } while (0)
#define DO_RET_a          LEAVE(last)
#define DO_NOP_any        ((void)0)
#define OVERWRITES_any    false
#define OVERWRITES_a      false
#define OVERWRITES_b      false
#define OVERWRITES_c      false
#define OVERWRITES_both   false
#define OVERWRITES_base   false
#define OVERWRITES_over_b true
#define OVERWRITES_over_c true
// One part; pc steps from part to part, so that each one finds its operands, and a fault
// its place.
#define RUN_PART(part, how, next_how)                                                    \
    if (OP_##part != OP_NOP) {                                                           \
        enum { KEEP = !OVERWRITES_##next_how, SPILL = OVERWRITES_##how };                \
        Value before = last;                                                             \
        if (!is_first)                                                                   \
            pc++;                                                                        \
        is_first = false;                                                                \
        DO_##part##_##how;                                                               \
        first = before;                                                                  \
    }
#define RUN_HANDLER(id, p1, p2, p3, p4, p5, p6, h2, h3, h4, h5, h6)                      \
    CASE(id) {                                                                           \
        Value first = {0}, last = {0};                                                   \
        ObjHot *near = NULL;                                                             \
        uint32_t near_offset = 0, near_readable = 0, near_writable = 0;                  \
        char *near_at = NULL;                                                            \
        bool is_first = true;                                                            \
        RUN_PART(p1, any, h2)                                                            \
        RUN_PART(p2, h2, h3)                                                             \
        RUN_PART(p3, h3, h4)                                                             \
        RUN_PART(p4, h4, h5)                                                             \
        RUN_PART(p5, h5, h6)                                                             \
        RUN_PART(p6, h6, any)                                                            \
        (void)first, (void)near, (void)near_offset, (void)near_at;                       \
        (void)near_readable, (void)near_writable;                                        \
        NEXT;                                                                            \
    }
