// replay.c: see replay.h. Open addressing with linear probing; a digest is its own hash,
// because an HMAC is as good as random. Only verified digests come in, so no outsider can
// choose them to make the probing slow.
#include "replay.h"

#include "bytes.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

enum { FIRST_CAPACITY = 64 };

static const unsigned char free_slot[REPLAY_DIGEST_BYTES];

// The slot that holds `digest`, or the free one where it belongs.
static unsigned char *find(const ReplaySet *set, const unsigned char *digest) {
    uint64_t hash;
    memcpy(&hash, digest, sizeof hash);
    size_t i = (size_t)hash & (set->capacity - 1);
    while (memcmp(set->slots[i], free_slot, REPLAY_DIGEST_BYTES) != 0 &&
           memcmp(set->slots[i], digest, REPLAY_DIGEST_BYTES) != 0) {
        i = (i + 1) & (set->capacity - 1);
    }
    return set->slots[i];
}

// Is the digest in this generation?
static bool contains(const ReplaySet *set, const unsigned char *digest) {
    return set->count > 0 && memcmp(find(set, digest), digest, REPLAY_DIGEST_BYTES) == 0;
}

// Doubles the table; at most half of it is ever full, so probes stay short.
static void grow(ReplaySet *set) {
    ReplaySet bigger = {0};
    bigger.capacity = set->capacity ? set->capacity * 2 : FIRST_CAPACITY;
    bigger.slots = bytes_alloc(bigger.capacity * REPLAY_DIGEST_BYTES);
    for (size_t i = 0; i < set->capacity; i++) {
        if (memcmp(set->slots[i], free_slot, REPLAY_DIGEST_BYTES) != 0) {
            memcpy(find(&bigger, set->slots[i]), set->slots[i], REPLAY_DIGEST_BYTES);
            bigger.count++;
        }
    }
    assert(bigger.count == set->count);
    free(set->slots);
    *set = bigger;
}

bool replay_add(Replay *replay, const unsigned char digest[REPLAY_DIGEST_BYTES]) {
    if (contains(&replay->young, digest) || contains(&replay->old, digest)) {
        return false;
    }
    if (replay->young.count >= REPLAY_GENERATION_MAX) {
        free(replay->old.slots);
        replay->old = replay->young;
        replay->young = (ReplaySet){0};
    }
    if (replay->young.count * 2 >= replay->young.capacity) {
        grow(&replay->young);
    }
    memcpy(find(&replay->young, digest), digest, REPLAY_DIGEST_BYTES);
    replay->young.count++;
    return true;
}

void replay_deinit(Replay *replay) {
    free(replay->young.slots);
    free(replay->old.slots);
    *replay = (Replay){0};
}
