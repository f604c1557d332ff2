// Size classes, large runs, joining of neighbours, the limit.
#include "asm.h"

static uint32_t next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static bool is_all(const char *bytes, uint64_t count, char value) {
    for (uint64_t i = 0; i < count; i++) {
        if (bytes[i] != value)
            return false;
    }
    return true;
}

START_TEST(blocks_are_distinct_zeroed_and_large_enough) {
    Heap heap;
    ck_assert(heap_init(&heap, 64u << 20));
    char *blocks[400];
    for (uint32_t i = 0; i < 400; i++) {
        uint64_t size = (uint64_t)i * i / 2;
        blocks[i] = heap_alloc(&heap, size, true);
        ck_assert_uint_eq((uintptr_t)blocks[i] % 16, 0);
        ck_assert_uint_ge(heap_block_bytes(&heap, blocks[i]), size);
        ck_assert(is_all(blocks[i], size, 0));
        memset(blocks[i], (int)(i & 0x7f) + 1, size);
    }
    for (uint32_t i = 0; i < 400; i++) {
        ck_assert(is_all(blocks[i], (uint64_t)i * i / 2, (char)((i & 0x7f) + 1)));
    }
    heap_check(&heap);
    for (uint32_t i = 0; i < 400; i++)
        heap_free(&heap, blocks[i]);
    heap_check(&heap);
    ck_assert_uint_eq(heap.used_bytes, 0);
    heap_deinit(&heap);
}
END_TEST

START_TEST(a_random_life_stays_consistent) {
    Heap heap;
    ck_assert(heap_init(&heap, 32u << 20));
    void *blocks[256] = {0};
    uint32_t random = 7;
    for (int step = 0; step < 20000; step++) {
        uint32_t at = next_random(&random) % 256;
        uint32_t kind = next_random(&random) % 16;
        uint64_t size =
            kind < 12 ? next_random(&random) % 600 : next_random(&random) % 90000;
        if (blocks[at] && kind % 3 == 0 && heap_resize(&heap, blocks[at], size)) {
            ck_assert_uint_ge(heap_block_bytes(&heap, blocks[at]), size);
        } else {
            heap_free(&heap, blocks[at]);
            blocks[at] = heap_alloc(&heap, size, (kind & 1) != 0);
        }
        if (step % 1000 == 0)
            heap_check(&heap);
    }
    for (int i = 0; i < 256; i++)
        heap_free(&heap, blocks[i]);
    heap_check(&heap);
    ck_assert_uint_eq(heap.used_bytes, 0);
    heap_deinit(&heap);
}
END_TEST

START_TEST(the_limit_holds_and_freed_memory_comes_back) {
    Heap heap;
    ck_assert(heap_init(&heap, 1u << 20));
    for (int round = 0; round < 50; round++) {
        void *half = heap_alloc(&heap, 600u << 10, false);
        ck_assert_ptr_nonnull(half);
        ck_assert_ptr_null(heap_alloc(&heap, 600u << 10, false));
        heap_free(&heap, half);
    }
    ck_assert_ptr_null(heap_alloc(&heap, ~(uint64_t)0 - 5, false));
    heap_check(&heap);
    heap_deinit(&heap);
}
END_TEST

START_TEST(purged_memory_reads_as_zero) {
    Heap heap;
    ck_assert(heap_init(&heap, 8u << 20));
    char *block = heap_alloc(&heap, 1u << 20, false);
    memset(block, 0x55, 1u << 20);
    heap_free(&heap, block);
    heap_purge(&heap);
    ck_assert_uint_eq(heap.dirty_bytes, 0);
    block = heap_alloc(&heap, 1u << 20, true);
    ck_assert(is_all(block, 1u << 20, 0));
    heap_deinit(&heap);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        blocks_are_distinct_zeroed_and_large_enough, a_random_life_stays_consistent,
        the_limit_holds_and_freed_memory_comes_back, purged_memory_reads_as_zero};
    return suite_run("heap", tests, COUNT_OF(tests));
}
