// deadlock.c: the proof: nothing is ready, no timer runs, nothing comes from outside, so
// a task that waits never goes on. The error says who waits for whom, where, and since
// when: a ring of waits first, since it is the reason, then the others on the way to it.
//
//     a cycle of waits, each for the next and the last for the first:
//       "A" waits since 0.00 s for a lock that task "B" has: In[1]:5:9
//         "B" took it: In[1]:9:9
//       "B" waits since 1.00 s for a lock that task "A" has: ...
//     "In[1]" waits since 0.00 s for task "A": In[1]:20:5
//
// What enters is a task and the loop as it stands; what leaves are notes on its error.
// The graph is a matrix of bits: at most TASKS_MAX tasks that can be reached by waiting.
//
// Read next: loop/foreground.c, which finds that there is a deadlock.
#include "watch/watch_core.h"

#define TASKS_MAX 64u
// A longer list is no proof anybody reads.
#define LINES_MAX 12u

typedef struct Graph {
    Watch *watch;
    Task *tasks[TASKS_MAX];
    uint64_t waits[TASKS_MAX];   // bit k: waits for tasks[k]
    uint64_t reaches[TASKS_MAX]; // the same over any number of steps
    uint32_t count;
    uint32_t at; // whose waits are being collected
    bool is_cut;
} Graph;

static void add_edge(void *ctx, Task *task) {
    Graph *graph = ctx;
    uint32_t k = 0;
    while (k < graph->count && graph->tasks[k] != task) {
        k++;
    }
    if (k == graph->count) {
        if (k == TASKS_MAX) {
            graph->is_cut = true;
            return;
        }
        graph->tasks[graph->count++] = task;
    }
    graph->waits[graph->at] |= (uint64_t)1 << k;
}

// Everything `first` waits for, over any number of steps.
static void build(Graph *graph, Task *first) {
    graph->tasks[graph->count++] = first;
    for (graph->at = 0; graph->at < graph->count; graph->at++) {
        task_each_awaited(graph->watch->loop, graph->tasks[graph->at], add_edge, graph);
    }
    memcpy(graph->reaches, graph->waits, sizeof graph->waits);
    for (uint32_t k = 0; k < graph->count; k++) { // Warshall's closure
        for (uint32_t i = 0; i < graph->count; i++) {
            if (graph->reaches[i] >> k & 1) {
                graph->reaches[i] |= graph->reaches[k];
            }
        }
    }
}

// A shortest way from `start` back to itself, into `ring`; returns its length.
static uint32_t find_ring(const Graph *graph, uint32_t start, uint32_t *ring) {
    uint32_t queue[TASKS_MAX];
    uint32_t from[TASKS_MAX];
    uint64_t seen = 0;
    uint32_t tail = 0;
    queue[tail++] = start;
    for (uint32_t head = 0; head < tail; head++) {
        uint32_t i = queue[head];
        if (graph->waits[i] >> start & 1) {
            uint32_t length = 1;
            for (uint32_t k = i; k != start; k = from[k]) {
                length++;
            }
            for (uint32_t k = i, at = length; at-- > 0; k = from[k]) {
                ring[at] = k;
            }
            return length;
        }
        for (uint32_t k = 0; k < graph->count; k++) {
            if ((graph->waits[i] >> k & 1) && !(seen >> k & 1)) {
                seen |= (uint64_t)1 << k;
                from[k] = i;
                queue[tail++] = k;
            }
        }
    }
    return 0;
}

// The oldest task that waits for itself in the end; graph->count: there is none.
static uint32_t find_start(const Graph *graph) {
    uint32_t best = graph->count;
    for (uint32_t i = 0; i < graph->count; i++) {
        bool is_in_ring = (graph->reaches[i] >> i & 1) != 0;
        if (is_in_ring && (best == graph->count ||
                           task_id(graph->tasks[i]) < task_id(graph->tasks[best]))) {
            best = i;
        }
    }
    return best;
}

static void add_line(Graph *graph, Ptr error, const char *indent, Task *task) {
    Watch *watch = graph->watch;
    Span place = watch_place(watch, task);
    char *what = task_waiting_on(watch->loop, task);
    vm_error_note(watch->vm, error, place, "%s\"%s\" waits since %.2f s for %s", indent,
                  task_name(task), task_waiting_since(task), what);
    mem_free(what);
    Span taken;
    Task *holder = task_lock_holder(task, &taken);
    if (holder != NULL) {
        vm_error_note(watch->vm, error, taken, "%s  \"%s\" took it", indent,
                      task_name(holder));
    }
}

// What to do about it.
static void add_advice(const Graph *graph, Ptr error, const uint32_t *ring,
                       uint32_t length) {
    bool are_locks = length > 0;
    for (uint32_t i = 0; i < length; i++) {
        Span taken;
        are_locks = are_locks && task_lock_holder(graph->tasks[ring[i]], &taken) != NULL;
    }
    const char *advice =
        length == 0
            ? "whoever is to finish it must run beside this: `spawn` it before the "
              "wait"
        : !are_locks ? "one of them must go on without waiting for the others"
        : length > 1 ? "let all tasks take these locks in the same order"
                     : "a task that has a lock already need not take it again";
    vm_error_note(graph->watch->vm, error, (Span){0}, "%s", advice);
}

void watch_deadlock(Watch *watch, Task *task, Ptr error) {
    Graph *graph = mem_alloc(sizeof *graph);
    graph->watch = watch;
    build(graph, task);
    uint32_t start = find_start(graph);
    uint32_t ring[TASKS_MAX];
    uint32_t length = start < graph->count ? find_ring(graph, start, ring) : 0;
    uint64_t told = 0;
    uint32_t lines = 0;
    if (length > 0) {
        vm_error_note(watch->vm, error, (Span){0},
                      "a cycle of waits, each for the next%s:",
                      length > 1 ? " and the last for the first" : "");
    }
    for (uint32_t i = 0; i < length; i++) {
        told |= (uint64_t)1 << ring[i];
        if (lines < LINES_MAX) {
            lines++;
            add_line(graph, error, "  ", graph->tasks[ring[i]]);
        }
    }
    for (uint32_t i = 0; i < graph->count; i++) {
        if (!(told >> i & 1) && task_state(graph->tasks[i]) == TASK_WAITING &&
            lines++ < LINES_MAX) {
            add_line(graph, error, "", graph->tasks[i]);
        }
    }
    if (lines > LINES_MAX || graph->is_cut) {
        vm_error_note(watch->vm, error, (Span){0},
                      "... and more tasks; %%pstree shows all");
    }
    add_advice(graph, error, ring, length);
    mem_free(graph);
}
