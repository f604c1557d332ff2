// replay.h: remembers which signatures have been seen, so that a message that was taken
// off the wire and sent again is refused.
//
// Two generations of a hash set of 32-byte digests. When the young one is full it becomes
// the old one and the old one is forgotten: at least REPLAY_GENERATION_MAX, at most twice
// as many of the latest signatures are known, in bounded memory (4 MiB), and none of it
// is taken before it is needed.
#ifndef KERNEL_REPLAY_H
#define KERNEL_REPLAY_H

#include <stdbool.h>
#include <stddef.h>

enum { REPLAY_DIGEST_BYTES = 32, REPLAY_GENERATION_MAX = 32768 };

typedef struct ReplaySet {
    unsigned char (*slots)[REPLAY_DIGEST_BYTES]; // all zero: free
    size_t capacity;                             // a power of two, or 0
    size_t count;
} ReplaySet;

typedef struct Replay {
    ReplaySet young;
    ReplaySet old;
} Replay;

// Adds a digest. False: it was there already.
__attribute__((warn_unused_result)) bool
replay_add(Replay *replay, const unsigned char digest[REPLAY_DIGEST_BYTES]);

void replay_deinit(Replay *replay);

#endif
