// op_num.c: the parts of arithmetic and branching that do not fit a handler. Pure
// functions.
#include "vm/ops.h"

#include <assert.h>
#include <math.h>

// C17 6.3.1.4: the fraction is discarded; what does not fit then is undefined, and traps
// here.
bool op_float_to_int(double f, MemType type, Value *result) {
    double t = trunc(f);
    if (isnan(f))
        return false;
    switch (type) {
#define SIGNED(T, low, high)                                                             \
    case T:                                                                              \
        if (!(t >= (low) && t <= (high)))                                                \
            return false;                                                                \
        result->i = (int64_t)t;                                                          \
        return true;
        SIGNED(MT_I8, -0x1p7, 0x1p7 - 1)
        SIGNED(MT_I16, -0x1p15, 0x1p15 - 1)
        SIGNED(MT_I32, -0x1p31, 0x1p31 - 1)
        SIGNED(MT_U8, 0, 0x1p8 - 1)
        SIGNED(MT_U16, 0, 0x1p16 - 1)
        SIGNED(MT_U32, 0, 0x1p32 - 1)
#undef SIGNED
    case MT_I64:
        if (!(t >= -0x1p63 && t < 0x1p63))
            return false;
        result->i = (int64_t)t;
        return true;
    case MT_U64:
        if (!(t >= 0 && t < 0x1p64))
            return false;
        result->u = (uint64_t)t;
        return true;
    default:
        assert(0 && "an integer type");
        return false;
    }
}

int32_t op_switch(const SwitchTable *table, int64_t value) {
    if (table->dense_count) {
        uint64_t at = (uint64_t)value - (uint64_t)table->dense_low;
        return at < table->dense_count ? table->dense[at] : table->otherwise;
    }
    uint32_t low = 0, high = table->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const SwitchCase *c = &table->cases[middle];
        if (value < c->low)
            high = middle;
        else if (value > c->high)
            low = middle + 1;
        else
            return c->target;
    }
    return table->otherwise;
}
