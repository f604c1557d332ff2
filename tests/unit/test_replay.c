// test_replay.c: what is seen twice is refused, and memory stays bounded.
#include "replay.h"

#include <check.h>
#include <stdint.h>
#include <string.h>

// Digests are as good as random; here they are a multiple of an odd number.
static void digest_of(uint64_t i, unsigned char digest[REPLAY_DIGEST_BYTES]) {
    memset(digest, 7, REPLAY_DIGEST_BYTES);
    uint64_t mixed = (i + 1) * 0x9E3779B97F4A7C15u;
    memcpy(digest, &mixed, sizeof mixed);
}

START_TEST(test_the_latest_are_known) {
    Replay replay = {0};
    unsigned char digest[REPLAY_DIGEST_BYTES];
    for (uint64_t i = 0; i < 3 * (uint64_t)REPLAY_GENERATION_MAX; i++) {
        digest_of(i, digest);
        ck_assert(replay_add(&replay, digest));
        ck_assert(!replay_add(&replay, digest));
    }
    for (uint64_t i = 2 * (uint64_t)REPLAY_GENERATION_MAX; i > 0; i -= 64) {
        digest_of(i + REPLAY_GENERATION_MAX - 1, digest);
        ck_assert(!replay_add(&replay, digest));
    }
    ck_assert_uint_le(replay.young.capacity, 4 * REPLAY_GENERATION_MAX);
    replay_deinit(&replay);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("replay");
    TCase *tcase = tcase_create("replay");
    tcase_add_test(tcase, test_the_latest_are_known);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
