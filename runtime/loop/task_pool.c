// task_pool.c: where tasks live, and what they have in common (pictures in task.h).
//
// Enters: births and last handles. Leaves: tasks that are zero but for their id and
// facts. Always holds: a slab never moves, and is kept to the session's end, so a stale
// timer may look at any slot; shared facts never change.
//
// Read next: task.c.
#include "loop/sched.h"

#include <assert.h>

static_assert(sizeof(Task) == 72, "a million of them sleep: drawn in task.h");
static_assert(offsetof(Task, future) == 0, "a task is its future");

// ---------------------------------------------------------------- facts

static bool is_same(const TaskFacts *a, const TaskFacts *b) {
    return a->cell == b->cell && a->created.source == b->created.source &&
           a->created.begin == b->created.begin && a->created.end == b->created.end &&
           a->loop_number == b->loop_number;
}

static uint64_t hash(const TaskFacts *facts) {
    uint64_t h = facts->cell * 0x9e3779b97f4a7c15u;
    h = (h ^ facts->created.source) * 0x9e3779b97f4a7c15u;
    h = (h ^ facts->created.begin ^ (uint64_t)facts->created.end << 32) *
        0x9e3779b97f4a7c15u;
    return h ^ facts->loop_number;
}

static uint32_t facts_add(TaskPool *pool, const TaskFacts *facts) {
    if (pool->free_facts.count > 0) {
        uint32_t number = pool->free_facts.data[--pool->free_facts.count];
        pool->facts.data[number] = *facts;
        return number;
    }
    assert(pool->facts.count <= TASK_FACTS_MASK);
    vec_push(pool->facts, *facts);
    return pool->facts.count - 1;
}

// Births at one place come in a row.
static uint32_t facts_shared(TaskPool *pool, const TaskFacts *facts) {
    if (LIKELY(pool->has_born) &&
        LIKELY(is_same(&pool->facts.data[pool->last_born], facts))) {
        return pool->last_born;
    }
    pool->has_born = true;
    uint64_t number;
    uint64_t key = hash(facts);
    while (map_get(&pool->births, key, &number)) {
        if (is_same(&pool->facts.data[number], facts)) {
            return pool->last_born = (uint32_t)number;
        }
        key++;
    }
    number = facts_add(pool, facts);
    map_put(&pool->births, key, number);
    return pool->last_born = (uint32_t)number;
}

static TaskFacts facts_of_birth(Loop *loop, uint64_t cell) {
    const Task *maker = loop->running;
    TaskFacts facts = {.cell = cell};
    if (maker != NULL) {
        facts.created = vm_where(loop->vm);
        facts.loop_number = task_facts(maker)->loop_number;
    }
    return facts;
}

uint32_t task_facts_born(Loop *loop, uint64_t cell) {
    TaskFacts facts = facts_of_birth(loop, cell);
    return facts_shared(&loop->tasks, &facts);
}

uint32_t task_facts_own(Loop *loop, uint64_t cell) {
    TaskFacts facts = facts_of_birth(loop, cell);
    facts.is_own = true;
    return facts_add(&loop->tasks, &facts);
}

TaskFacts *task_own(Task *task) {
    task_slab(task)->pool->last_birth.at = NULL; // it is about to change
    if (!task_facts(task)->is_own) {
        TaskFacts own = *task_facts(task);
        own.is_own = true;
        task->facts = facts_add(task_slab(task)->pool, &own) & TASK_FACTS_MASK;
    }
    return task_facts(task);
}

void task_facts_free_own(TaskPool *pool, Task *task) {
    TaskFacts *facts = &pool->facts.data[task->facts];
    assert(facts->blocks == NULL);
    mem_free(facts->name);
    *facts = (TaskFacts){0};
    pool->last_birth.at = NULL;
    vec_push(pool->free_facts, (uint32_t)task->facts);
}

// ---------------------------------------------------------------- tasks

// Slots are numbered through the slabs, the lowest free one first.
void task_pool_grow(TaskPool *pool) {
    TaskSlab *slab = mem_alloc_aligned(TASK_SLAB_BYTES, TASK_SLAB_BYTES - 64);
    slab->pool = pool;
    slab->first_slot = pool->slabs.count * TASK_SLAB_COUNT;
    assert(slab->first_slot < (1u << 31)); // slots and TIMER_OPERATION share 32 bits
    vec_push(pool->slabs, slab);
    for (uint32_t i = TASK_SLAB_COUNT; i-- > 0;) {
        slab->tasks[i].next_free = pool->free;
        pool->free = &slab->tasks[i];
    }
}

static void drop_task(Loop *loop, Task *task, void *ctx) {
    (void)ctx;
    if (task->future.state == FUTURE_PENDING) {
        fiber_destroy(loop->vm, &task->future.body);
    }
    if (task->future.self != 0) {
        vm_future_release(loop->vm, &task->future);
    }
    task_facts_free(&loop->tasks, task);
}

void task_pool_deinit(Loop *loop) {
    TaskPool *pool = &loop->tasks;
    task_each(loop, drop_task, NULL);
    for (uint32_t s = 0; s < pool->slabs.count; s++) {
        mem_free(pool->slabs.data[s]);
    }
    vec_free(pool->slabs);
    vec_free(pool->facts);
    vec_free(pool->free_facts);
    map_deinit(&pool->births);
}
