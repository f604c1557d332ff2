// The collector: what is reachable stays, what is not goes, and stale patterns keep an id
// in quarantine.
#include "asm.h"

static uint32_t finalized;
static void count_finalized(VM *vm, void *data) {
    (void)vm;
    (void)data;
    finalized++;
}
typedef struct Holder {
    Ptr held;
} Holder;
static void trace_holder(VM *vm, void *data) {
    vm_mark(vm, (Value){.p = ((Holder *)data)->held});
}
static const NativeClass holder_class = {"holder", sizeof(Holder), count_finalized,
                                         trace_holder, NULL};

static Ptr roots[8];
static void mark_roots(void *host, VM *vm) {
    (void)host;
    for (uint32_t i = 0; i < COUNT_OF(roots); i++)
        vm_mark(vm, (Value){.p = roots[i]});
}
static uint32_t never_awaited;
static void note_never_awaited(void *host, const Coro *coro) {
    (void)host;
    ck_assert_str_eq(coro->proto->name, "forgotten");
    never_awaited++;
}
static uint32_t finalized_futures;
static void finalize_future(void *host, Future *future) {
    (void)host;
    (void)future;
    finalized_futures++;
}

static VM *begin(void) {
    VmConfig config = {.heap_limit_bytes = 256u << 20,
                       .mark_roots = mark_roots,
                       .never_awaited = note_never_awaited,
                       .finalize_task = finalize_future};
    memset(roots, 0, sizeof roots);
    finalized = never_awaited = finalized_futures = 0;
    VM *vm = vm_new(&config);
    ck_assert_ptr_nonnull(vm);
    return vm;
}
static void end(VM *vm) {
    gc_check(vm);
    vm_destroy(&vm);
}
static Ptr new_box(VM *vm, Ptr inside) {
    Ptr p = vm_alloc(vm, OBJ_BOX, 16, true, (Span){0});
    memcpy(vm_write(vm, p, 8), &inside, 8);
    return p;
}

START_TEST(chains_live_as_long_as_their_root) {
    VM *vm = begin();
    for (int i = 0; i < 100000; i++) // deep: marking must not recurse
        roots[0] = new_box(vm, roots[0]);
    vm_collect(vm);
    ck_assert_uint_eq(vm_stats(vm).heap_objects, 100000);
    roots[0] = 0;
    vm_collect(vm);
    ck_assert_uint_eq(vm_stats(vm).heap_objects, 0);
    ck_assert_uint_eq(vm_stats(vm).heap_bytes, 0);
    end(vm);
}
END_TEST

START_TEST(interior_pointers_count) {
    VM *vm = begin();
    roots[0] = new_box(vm, 0) + 15;
    roots[1] = new_box(vm, 0) + 0xffffffff; // one before the beginning: still its object
    vm_collect(vm);
    ck_assert_uint_eq(vm_stats(vm).heap_objects, 2);
    end(vm);
}
END_TEST

START_TEST(natives_trace_and_finalize) {
    VM *vm = begin();
    void *data;
    roots[0] = vm_native_new(vm, &holder_class, &data);
    ((Holder *)data)->held = new_box(vm, 0);
    vm_collect(vm);
    ck_assert_uint_eq(vm_stats(vm).heap_objects, 2);
    ck_assert_uint_eq(finalized, 0);
    ck_assert_ptr_eq(vm_native_data(vm, roots[0], &holder_class), data);
    Ptr stale = roots[0];
    roots[0] = 0;
    vm_collect(vm);
    ck_assert_uint_eq(finalized, 1);
    ck_assert_ptr_null(vm_native_data(vm, stale, &holder_class));
    ck_assert_int_eq(vm_kind(vm, stale), OBJ_FREE);
    end(vm);
}
END_TEST

static void count_leak(void *ctx, Span where, uint64_t count, uint64_t bytes) {
    ck_assert_uint_eq(where.begin, 77);
    ck_assert_uint_eq(count, 3);
    ck_assert_uint_eq(bytes, 300);
    ++*(uint32_t *)ctx;
}
static void count_reachable(void *ctx, Ptr p, uint64_t size_bytes, Span where,
                            bool reachable) {
    (void)p;
    (void)where;
    ck_assert_uint_eq(size_bytes, 100);
    *(uint32_t *)ctx += reachable;
}

START_TEST(leaks_are_reported_by_place) {
    VM *vm = begin();
    roots[0] = vm_alloc(vm, OBJ_HEAP, 100, false, (Span){1, 50, 51});
    for (int i = 0; i < 3; i++)
        vm_alloc(vm, OBJ_HEAP, 100, false, (Span){1, 77, 80});
    uint32_t reachable = 0, leaks = 0;
    vm_each_heap_object(vm, count_reachable, &reachable);
    ck_assert_uint_eq(reachable, 1);
    vm_collect(vm);
    vm_each_leak(vm, count_leak, &leaks);
    ck_assert_uint_eq(leaks, 1);
    end(vm);
}
END_TEST

static bool in_quarantine(VM *vm, uint32_t index) {
    return vm->objects.cold[index].flags & OF_QUARANTINE;
}

START_TEST(a_stale_pointer_keeps_the_id_in_quarantine) {
    VM *vm = begin();
    Ptr first = new_box(vm, 0);
    Ptr p = first;
    for (int life = 1; life < 63; life++) {
        vm_object_destroy(vm, ptr_index(p));
        p = new_box(vm, 0);
        ck_assert_uint_eq(ptr_index(p), ptr_index(first));
    }
    vm_object_destroy(vm, ptr_index(p));
    ck_assert(in_quarantine(vm, ptr_index(first)));
    roots[0] =
        new_box(vm, first + 4); // somewhere in memory, of any generation, with any offset
    vm_collect(vm);
    ck_assert(in_quarantine(vm, ptr_index(first)));
    ck_assert_ptr_null(vm_peek(vm, first, 1));
    roots[0] = 0;
    vm_collect(vm);
    ck_assert(!in_quarantine(vm, ptr_index(first)));
    end(vm);
}
END_TEST

START_TEST(futures_hold_their_results) {
    VM *vm = begin();
    Future future = {0};
    roots[0] = vm_future_register(vm, OBJ_FUTURE, &future);
    future.state = FUTURE_DONE;
    future.result.p = new_box(vm, 0);
    vm_collect(vm);
    ck_assert_int_eq(vm_kind(vm, future.result.p), OBJ_BOX);
    roots[0] = 0;
    vm_collect(vm);
    ck_assert_uint_eq(finalized_futures, 1);
    ck_assert_int_eq(vm_kind(vm, future.self), OBJ_FREE);
    end(vm);
}
END_TEST

START_TEST(a_dropped_coroutine_is_told_of) {
    static Asm f, g;
    VM *vm = begin();
    asm_begin(&g, "forgotten", 1, 2);
    asm_abc(&g, OP_RET, 0, 0, 0);
    asm_begin(&f, "main", 1, 8);
    asm_abc(&f, OP_MOV, 4, 0, 0);
    asm_ai(&f, OP_MKCORO, 4, asm_kx(&f, KC_FN, 2, 0));
    asm_ai(&f, OP_LDI, 4, 0);
    asm_abc(&f, OP_RET, 4, 0, 0);
    UnitFunc funcs[] = {{1, &f.proto}, {2, &g.proto}};
    Unit unit = {.funcs = funcs, .func_count = 2};
    ck_assert(vm_link(vm, &unit));
    Value arg = {.p = new_box(vm, 0)}, result;
    Fiber *fiber = fiber_new(vm, &f.proto, &arg, 1);
    ck_assert_int_eq(vm_run(vm, fiber, 0, &result), VM_DONE);
    fiber_destroy(vm, &fiber);
    ck_assert_uint_eq(vm_unstarted(vm), 1);
    vm_collect(vm);
    ck_assert_uint_eq(never_awaited, 1);
    ck_assert_uint_eq(vm_unstarted(vm), 0);
    end(vm);
}
END_TEST

// A local in memory and a register of a running frame are roots while the frame is.
START_TEST(running_frames_are_roots) {
    static const Layout lay_ptr = {.kind = LAY_POINTER, .size_bytes = 8, .name = "int *"};
    static const Site site_p = {"p", &lay_ptr, {1, 5, 6}};
    static Asm f;
    Bench b;
    bench_begin(&b);
    asm_begin(&f, "main", 0, 6);
    asm_ai(&f, OP_LOCAL, 1, asm_kp(&f, KC_SITE, &site_p));
    asm_abce(&f, OP_BOXNEW, 2, 0, 0, 24);
    asm_abc(&f, OP_ST_I64, 2, 1, 0);
    asm_abce(&f, OP_BOXNEW, 3, 0, 0, 24);
    asm_ai(&f, OP_LDI, 2, 0);
    asm_abce(&f, OP_BOXNEW, 3, 0, 0, 24); // the second is garbage now
    uint32_t spin = asm_ai(&f, OP_LJMP, 0, 0);
    asm_aim(&f, spin, spin, true);
    bench_add(&b, 1, &f);
    bench_link(&b);
    Value result;
    b.fiber = fiber_new(b.vm, &f.proto, NULL, 0);
    ck_assert_int_eq(vm_run(b.vm, b.fiber, 10, &result), VM_BUDGET);
    uint64_t before = vm_stats(b.vm).heap_objects;
    vm_collect(b.vm);
#ifndef CORA_STRESS_GC
    ck_assert_uint_eq(vm_stats(b.vm).heap_objects, before - 1);
#else
    ck_assert_uint_eq(vm_stats(b.vm).heap_objects, before);
#endif
    bench_end(&b);
}
END_TEST

// A waiting frame needs what lies below the window of its await, and the future in it; what
// an earlier call has left above, or where the linkage would be, keeps nothing alive.
START_TEST(waiting_frames_keep_what_they_will_use) {
    static Asm f;
    static Future future;
    Bench b;
    bench_begin(&b);
    asm_begin(&f, "main", 1, 10);
    asm_abce(&f, OP_BOXNEW, 1, 0, 0, 24); // a variable
    asm_abce(&f, OP_BOXNEW, 4, 0, 0, 24); // one of a block that has ended
    asm_abce(&f, OP_BOXNEW, 9, 0, 0, 24); // an argument of an earlier call
    asm_abc(&f, OP_MOV, 6, 0, 0);
    asm_abce(&f, OP_AWAIT, 6, 6, 0, CALL_USED);
    asm_abc(&f, OP_RET, 1, 0, 0);
    bench_add(&b, 1, &f);
    bench_link(&b);
    future = (Future){0};
    Value handle = {.p = vm_future_register(b.vm, OBJ_FUTURE, &future)}, result;
    ck_assert_int_eq(bench_start(&b, &f, 1, &handle, &result), VM_AWAIT);
    Ptr kept = fiber_registers(b.fiber)[1].p;
    Ptr ended = fiber_registers(b.fiber)[4].p, argument = fiber_registers(b.fiber)[9].p;
    fiber_registers(b.fiber)[0].p = 0; // the future is known by its place in the window
    vm_collect(b.vm);
    ck_assert_int_eq(vm_kind(b.vm, kept), OBJ_BOX);
    ck_assert_int_eq(vm_kind(b.vm, ended), OBJ_FREE);
    ck_assert_int_eq(vm_kind(b.vm, argument), OBJ_FREE);
    ck_assert_int_eq(vm_kind(b.vm, handle.p), OBJ_FUTURE);
    fiber_resume_value(b.fiber, (Value){.i = 5});
    ck_assert_int_eq(vm_run(b.vm, b.fiber, 0, &result), VM_DONE);
    ck_assert_uint_eq(result.p, kept);
    bench_end(&b);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {chains_live_as_long_as_their_root,
                                  interior_pointers_count,
                                  natives_trace_and_finalize,
                                  leaks_are_reported_by_place,
                                  a_stale_pointer_keeps_the_id_in_quarantine,
                                  futures_hold_their_results,
                                  a_dropped_coroutine_is_told_of,
                                  running_frames_are_roots,
                                  waiting_frames_keep_what_they_will_use};
    return suite_run("gc", tests, COUNT_OF(tests));
}
