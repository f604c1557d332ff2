// verify_proof.h: what the two files of the verifier share.
#ifndef CODE_VERIFY_PROOF_H
#define CODE_VERIFY_PROOF_H

#include "code/verify.h"

enum { STARTS_INSN = 1, STARTS_IN_LANES = 2 /* ... inside the loop of a LANES */ };

typedef struct Proof {
    const Proto *proto;
    uint32_t native_count;
    uint8_t *starts;  // STARTS_INSN: an instruction begins here
    int32_t *locals;  // alive before it; -1: not reached yet
    uint32_t *agenda; // pcs still to be followed
    uint32_t agenda_count;
    uint32_t lanes_begin, lanes_end; // the loop of a LANES around pc; 0, 0: none
    uint32_t pc;
    char *buf;
    size_t buf_bytes;
} Proof;

bool verify_fail(Proof *v, const char *format, ...) PRINTF_LIKE(2, 3);

// ---- verify_lanes.c

// Each LANES: its table makes sense, its loop has the form it counts on. Marks the loops.
bool verify_lanes(Proof *v);
void verify_enter_lanes(Proof *v);         // pc is at a LANES
bool verify_in_lanes(Proof *v, Insn insn); // what may stand inside and outside
bool verify_is_lanes_jump(Op op);          // BJ..

#endif
