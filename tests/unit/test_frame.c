// Fibers and their two stacks.
#include "asm.h"

#include "base/limits.h"

static const Layout lay_big = {
    .kind = LAY_ARRAY, .size_bytes = 100000, .name = "char [100000]", .base = &lay_int};
static const Site site_big = {"big", &lay_big, {1, 1, 2}};

static const Layout lay_wide = {
    .kind = LAY_ARRAY, .size_bytes = 216, .name = "char [216]", .base = &lay_int};
static const Site site_wide = {"wide", &lay_wide, {1, 1, 2}};

typedef struct One {
    Bench b;
    Asm f;
} One;

static void begin(One *t, uint32_t regs) {
    bench_begin(&t->b);
    asm_begin(&t->f, "f", 1, regs);
    asm_abc(&t->f, OP_RETLV, 0, 0, 0);
    bench_add(&t->b, 1, &t->f);
    bench_link(&t->b);
    t->b.fiber = fiber_new(t->b.vm, &t->f.proto, NULL, 0);
    ck_assert_ptr_nonnull(t->b.fiber);
}

// As LOCAL and LEND do it: the plain way first.
static void begin_local(One *t, const Site *site) {
    Fiber *fiber = t->b.fiber;
    uint32_t bytes = (uint32_t)site->layout->size_bytes;
    if (!frame_local_fast(t->b.vm, fiber, fiber_registers(fiber), bytes, site))
        ck_assert(frame_local(t->b.vm, fiber, bytes, site));
}

static void end_locals(One *t, uint32_t count) {
    Value *R = fiber_registers(t->b.fiber);
    frame_end_locals(t->b.vm, t->b.fiber, R,
                     frame_end_fast(t->b.vm, t->b.fiber, R, count));
}

static void check_top(const One *t) {
    const Locals *locals = t->b.fiber->locals;
    ck_assert_ptr_eq(locals->end, locals->segment->end);
    ck_assert(locals->top >= locals->segment->data && locals->top <= locals->end);
}

// One by one and in groups, at the ends of segments too, whichever of them lies higher.
START_TEST(the_top_stays_in_its_segment) {
    static One t;
    begin(&t, 8);
    for (uint64_t bytes = 64 << 10; bytes >= 512; bytes /= 2) // larger ones lie lower
        heap_free(&t.b.vm->heap, vm_memory(t.b.vm, bytes, false));
    uint32_t seed = 1, live = 0;
    for (int step = 0; step < 3000; step++) {
        seed = seed * 1103515245 + 12345;
        uint32_t most = 1 + (seed >> 20) % 3, draw = (seed >> 16) % 8;
        if (draw < (step % 200 < 100 ? 6 : 2)) {
            begin_local(&t, draw % 2 ? &site_a : &site_wide);
            live++;
        } else if (live) {
            most = most < live ? most : live;
            end_locals(&t, most);
            live -= most;
        }
        if (t.b.fiber->locals)
            check_top(&t);
    }
    end_locals(&t, live);
    bench_end(&t.b);
}
END_TEST

START_TEST(a_small_fiber_is_one_small_block) {
    static One t;
    begin(&t, 8);
    ck_assert_uint_le(heap_block_bytes(&t.b.vm->heap, t.b.fiber), 192);
    ck_assert_ptr_eq(fiber_stack(t.b.fiber), t.b.fiber->inline_stack);
    ck_assert_uint_le(sizeof(Fiber), 80);
    bench_end(&t.b);
}
END_TEST

START_TEST(the_stack_moves_and_keeps_its_values) {
    static One t;
    begin(&t, 8);
    Fiber *fiber = t.b.fiber;
    fiber_registers(fiber)[7].i = 77;
    ck_assert(frame_reserve(t.b.vm, fiber, 1000, 10));
    ck_assert_ptr_ne(fiber_stack(fiber), fiber->inline_stack);
    ck_assert_int_eq(fiber_registers(fiber)[7].i, 77);
    ck_assert_uint_ge(fiber->slots, 1010);
    t.b.vm->now.fiber = fiber;
    ck_assert(!frame_reserve(t.b.vm, fiber, LIMIT_STACK_SLOTS, 10));
    t.b.vm->now.fiber = NULL;
    ck_assert_int_eq(vm_error(t.b.vm, vm_trap_take(t.b.vm))->kind, TRAP_STACK_EXHAUSTED);
    bench_end(&t.b);
}
END_TEST

START_TEST(locals_come_and_go_across_segments) {
    static One t;
    begin(&t, 8);
    VM *vm = t.b.vm;
    Fiber *fiber = t.b.fiber;
    Ptr small[300];
    for (int i = 0; i < 300; i++) {
        small[i] = frame_local(vm, fiber, 40, &site_a);
        memset(vm_write(vm, small[i], 40), i, 40);
    }
    Ptr big = frame_local(vm, fiber, 100000, &site_big);
    memset(vm_write(vm, big, 100000), 1, 100000);
    ck_assert_uint_eq(frame_local_count(fiber_registers(fiber)), 301);
    for (int i = 0; i < 300; i++)
        ck_assert_int_eq(((const char *)vm_read(vm, small[i], 40))[39], (char)i);
    frame_end_locals(vm, fiber, fiber_registers(fiber), 201);
    ck_assert_ptr_null(vm_peek(vm, big, 1));
    ck_assert_ptr_null(vm_peek(vm, small[100], 1));
    ck_assert_ptr_nonnull(vm_peek(vm, small[99], 40));
    Ptr again = frame_local(vm, fiber, 40, &site_a);
    ck_assert_uint_eq(ptr_index(again), ptr_index(small[100])); // LIFO
    ck_assert_uint_ne(again, small[100]);
    frame_end_all(vm, fiber, fiber_registers(fiber));
    ck_assert_uint_eq(fiber->locals->live, 0);
    gc_check(vm);
    bench_end(&t.b);
}
END_TEST

// A loop that makes and ends one local a million times: ids run out of generations and
// come back.
START_TEST(ids_are_recycled_for_ever) {
    static One t;
    begin(&t, 8);
    VM *vm = t.b.vm;
    for (int i = 0; i < 5000000; i++) {
        frame_local(vm, t.b.fiber, 8, &site_x);
        frame_end_locals(vm, t.b.fiber, fiber_registers(t.b.fiber), 1);
    }
    ck_assert_uint_lt(vm->objects.next, 200000);
    bench_end(&t.b);
}
END_TEST

START_TEST(alloca_lives_until_the_frame_ends) {
    static One t;
    begin(&t, 8);
    VM *vm = t.b.vm;
    frame_local(vm, t.b.fiber, 8, &site_x);
    Ptr block = frame_alloca(vm, t.b.fiber, 100, NULL);
    frame_end_locals(vm, t.b.fiber, fiber_registers(t.b.fiber),
                     1); // an inner block's locals end, alloca's memory does not
    ck_assert_ptr_nonnull(vm_write(vm, block, 100));
    frame_end_all(vm, t.b.fiber, fiber_registers(t.b.fiber));
    ck_assert_ptr_null(vm_peek(vm, block, 1));
    ck_assert_uint_eq(t.b.fiber->locals->allocas.count, 0);
    bench_end(&t.b);
}
END_TEST

START_TEST(a_fiber_takes_its_locals_with_it) {
    static One t;
    begin(&t, 8);
    VM *vm = t.b.vm;
    Ptr local = frame_local(vm, t.b.fiber, 8, &site_x);
    frame_alloca(vm, t.b.fiber, 1000, NULL);
    vm_write(vm, local, 8);
    fiber_destroy(vm, &t.b.fiber);
    ck_assert_ptr_null(vm_peek(vm, local, 1));
    ck_assert_uint_eq(vm_stats(vm).locals_bytes, 0);
    ck_assert_uint_eq(vm_stats(vm).heap_bytes, 0);
    bench_end(&t.b);
}
END_TEST

START_TEST(local_memory_has_a_limit) {
    static One t;
    VmConfig config = {.heap_limit_bytes = LIMIT_LOCALS_BYTES * 2};
    bench_begin_with(&t.b, &config);
    asm_begin(&t.f, "greedy", 1, 4);
    asm_abc(&t.f, OP_LOCALV, 1, 0, asm_kp(&t.f, KC_SITE, &site_big));
    asm_abc(&t.f, OP_RETLV, 0, 0, 0);
    bench_add(&t.b, 1, &t.f);
    bench_link(&t.b);
    const ErrorObj *error =
        bench_fail(&t.b, &t.f, 1, (Value[]){{.u = LIMIT_LOCALS_BYTES + 1}});
    ck_assert_int_eq(error->kind, TRAP_STACK_EXHAUSTED);
    ck_assert_ptr_nonnull(strstr(error->message, "`greedy`"));
    ck_assert_int_eq(bench_fail(&t.b, &t.f, 1, (Value[]){{.i = -8}})->kind,
                     TRAP_VLA_SIZE);
    bench_end(&t.b);
}
END_TEST

START_TEST(a_struct_result_gets_a_box) {
    static Asm f;
    Bench b;
    bench_begin(&b);
    asm_begin(&f, "make", 2, 4); // hidden pointer, x
    f.proto.has_struct_result = true;
    f.proto.result_bytes = 8;
    asm_abc(&f, OP_ST_I32, 1, 0, 4);
    asm_abc(&f, OP_RETV, 0, 0, 0);
    bench_add(&b, 1, &f);
    bench_link(&b);
    for (uint32_t hidden = 0; hidden < 2;
         hidden++) { // with and without a place for the hidden argument
        Ptr box = bench_run(&b, &f, 1 + hidden, (Value[]){{.i = 5}, {.i = 5}}).p;
        ck_assert_int_eq(vm_kind(b.vm, box), OBJ_BOX);
        ck_assert_int_eq(*(const int *)vm_peek(b.vm, box + 4, 4), 5);
    }
    bench_end(&b);
}
END_TEST

START_TEST(an_ended_fiber_leaves_its_block_to_the_next) {
    static One t;
    begin(&t, 8);
    VM *vm = t.b.vm;
    uint64_t before = vm_stats(vm).heap_bytes;
    fiber_registers(t.b.fiber)[5].i = 77;
    t.b.fiber->error = 1;
    const Fiber *first = t.b.fiber;
    fiber_destroy(vm, &t.b.fiber);
    ck_assert_uint_lt(vm_stats(vm).heap_bytes, before); // nobody's, so not the program's
    t.b.fiber = fiber_new(vm, &t.f.proto, (Value[]){{.i = 5}}, 1);
    ck_assert_ptr_eq(t.b.fiber, first);
    ck_assert_uint_eq(vm_stats(vm).heap_bytes, before);
    ck_assert_int_eq(fiber_registers(t.b.fiber)[0].i, 5);
    ck_assert_int_eq(fiber_registers(t.b.fiber)[5].i, 0);
    ck_assert_uint_eq(t.b.fiber->error, 0);
    bench_end(&t.b);
}
END_TEST

START_TEST(blocks_that_were_left_do_not_count_when_memory_is_short) {
    static One t;
    begin(&t, 8);
    VM *vm = t.b.vm;
    Fiber *fibers[100];
    for (uint32_t i = 0; i < 100; i++)
        ck_assert_ptr_nonnull(fibers[i] = fiber_new(vm, &t.f.proto, NULL, 0));
    for (uint32_t i = 0; i < 100; i++)
        fiber_destroy(vm, &fibers[i]);
    ck_assert_uint_gt(vm->heap.used_bytes, vm_stats(vm).heap_bytes);
    vm->heap.limit_bytes =
        vm_stats(vm).heap_bytes + 8192; // what programs hold, and 8 KiB
    Ptr p = vm_alloc(vm, OBJ_HEAP, 8192, false, (Span){0});
    ck_assert_uint_ne(p, 0);
    ck_assert_uint_eq(vm->heap.used_bytes, vm_stats(vm).heap_bytes);
    heap_check(&vm->heap);
    bench_end(&t.b);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        a_small_fiber_is_one_small_block,
        the_stack_moves_and_keeps_its_values,
        locals_come_and_go_across_segments,
        the_top_stays_in_its_segment,
        ids_are_recycled_for_ever,
        alloca_lives_until_the_frame_ends,
        a_fiber_takes_its_locals_with_it,
        local_memory_has_a_limit,
        a_struct_result_gets_a_box,
        an_ended_fiber_leaves_its_block_to_the_next,
        blocks_that_were_left_do_not_count_when_memory_is_short};
    return suite_run("frame", tests, COUNT_OF(tests));
}
