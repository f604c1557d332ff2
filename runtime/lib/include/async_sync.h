#ifndef __ASYNC_SYNC_H
#define __ASYNC_SYNC_H
#include <cora.h>

// asyncio.Lock: one task at a time has it. Fair: whoever waits longest is next.
typedef struct [[cora::handle]] lock lock;
// asyncio.Event: tasks wait until somebody sets it.
typedef struct [[cora::awaitable]] event event;
// asyncio.Condition: a lock, and tasks that wait to be notified of a change of what it protects.
typedef struct [[cora::handle]] condition condition;
// asyncio.Semaphore: so many tasks at a time.
typedef struct [[cora::handle]] semaphore semaphore;
// asyncio.BoundedSemaphore: a semaphore that may not be released more often than acquired.
typedef struct [[cora::handle]] semaphore bounded_semaphore;
// asyncio.Barrier: so many tasks wait for each other.
typedef struct [[cora::handle]] barrier barrier;

// ---- making them

// asyncio.Lock(): unlocked.
lock new_lock(void);
// asyncio.Event(): not set.
event new_event(void);
// asyncio.Condition(): with a lock of its own, or with one that others use as well.
[[cora::overload]] condition new_condition(void);
[[cora::overload]] condition new_condition(lock m);
// asyncio.Semaphore(value): value tasks may acquire it before one has to wait (1 if there is no argument).
[[cora::overload]] semaphore new_semaphore(void);
[[cora::overload]] semaphore new_semaphore(long value);
// asyncio.BoundedSemaphore(value): the same; a release above value is a ValueError.
[[cora::overload]] bounded_semaphore new_bounded_semaphore(void);
[[cora::overload]] bounded_semaphore new_bounded_semaphore(long value);
// asyncio.Barrier(parties): each wait(b) goes on when `parties` tasks wait.
barrier new_barrier(long parties);

// ---- lock, condition, semaphore. Waiting calls: under `await` they suspend this task; called plainly in a function
// that is not async, the calling task waits and every other goes on.

// asyncio's acquire(): waits until it is free and takes it. Give it back on every way out: `defer release(m);`
[[cora::overload, cora::waits, cora::native("__lock_acquire")]] bool acquire(lock m);
[[cora::overload, cora::waits, cora::native("__condition_acquire")]] bool acquire(condition c);
[[cora::overload, cora::waits, cora::native("__semaphore_acquire")]] bool acquire(semaphore s);
// asyncio's release(): the task that waits longest is next. RuntimeError if nobody has the lock, ValueError if a bounded
// semaphore was released too often.
[[cora::overload, cora::native("__lock_release")]] void release(lock m);
[[cora::overload, cora::native("__condition_release")]] void release(condition c);
[[cora::overload, cora::native("__semaphore_release")]] void release(semaphore s);
// asyncio's locked(): whether acquire would have to wait.
[[cora::overload, cora::native("__lock_locked")]] bool locked(lock m);
[[cora::overload, cora::native("__condition_locked")]] bool locked(condition c);
[[cora::overload, cora::native("__semaphore_locked")]] bool locked(semaphore s);
// How many more tasks may acquire the semaphore now.
[[cora::overload, cora::native("__semaphore_value")]] long value(semaphore s);

// ---- event

// asyncio's Event.set(): all that wait go on, and nobody waits from now on.
[[cora::overload, cora::native("__event_set")]] void set(event e);
// asyncio's Event.clear(): not set any more.
[[cora::overload, cora::native("__event_clear")]] void clear(event e);
// asyncio's Event.is_set().
[[cora::overload, cora::native("__event_is_set")]] bool is_set(event e);
// asyncio's Event.wait(): until it is set; `await e` says the same.
[[cora::overload, cora::waits, cora::native("__event_wait")]] bool wait(event e);

// ---- condition

// asyncio's Condition.wait(): releases the lock, waits to be notified, and has the lock again when it goes on, also when
// it is cancelled. RuntimeError if nobody has the lock. Usually: `while (!ready) await wait(c);`
[[cora::overload, cora::waits, cora::native("__condition_wait")]] bool wait(condition c);
// asyncio's Condition.wait_for(): waits until predicate(argument) is true.
[[cora::overload]] async bool wait_for(condition c, bool (*predicate)(void *), void *argument) {
    while (!predicate(argument))
        await wait(c);
    return true;
}
// asyncio's Condition.notify(n): the n (1) tasks that wait longest go on, once the lock is released.
[[cora::overload, cora::native("__condition_notify")]] void notify(condition c);
[[cora::overload, cora::native("__condition_notify")]] void notify(condition c, long count);
// asyncio's Condition.notify_all().
[[cora::overload, cora::native("__condition_notify_all")]] void notify_all(condition c);

// ---- barrier

// asyncio's Barrier.wait(): until all parties wait; gives each of them a number of its own, from 0. BrokenBarrierError if
// the barrier is aborted or reset meanwhile.
[[cora::overload, cora::waits, cora::native("__barrier_wait")]] long wait(barrier b);
// asyncio's Barrier.reset(): whoever waits gets BrokenBarrierError; the next round may begin.
[[cora::overload, cora::native("__barrier_reset")]] void reset(barrier b);
// asyncio's Barrier.abort(): broken, for whoever waits and whoever comes.
[[cora::overload, cora::native("__barrier_abort")]] void abort(barrier b);
// asyncio's Barrier.parties.
[[cora::overload, cora::native("__barrier_parties")]] long parties(barrier b);
// asyncio's Barrier.n_waiting: how many wait in this round.
[[cora::overload, cora::native("__barrier_n_waiting")]] long n_waiting(barrier b);
// asyncio's Barrier.broken.
[[cora::overload, cora::native("__barrier_broken")]] bool broken(barrier b);

// ---- queues. queue(T), lifo_queue(T) and priority_queue(T) are one type; how it was made says what comes out first.

#define lifo_queue(T) queue(T)
#define priority_queue(T) queue(T)

[[cora::op("layout"), cora::overload]] queue(__T) __new_queue(__T *type);
[[cora::op("layout"), cora::overload]] queue(__T) __new_queue(__T *type, long maxsize);
[[cora::op("layout"), cora::overload]] queue(__T) __new_lifo_queue(__T *type);
[[cora::op("layout"), cora::overload]] queue(__T) __new_lifo_queue(__T *type, long maxsize);
[[cora::op("layout"), cora::overload]] queue(__T) __new_priority_queue(__T *type);
[[cora::op("layout"), cora::overload]] queue(__T) __new_priority_queue(__T *type, long maxsize);
[[cora::op("layout"), cora::overload, cora::native("__new_sorted_queue")]]
queue(__T) __new_priority_queue(__T *type, long maxsize, int (*compare)(const __T *, const __T *));
[[cora::op("layout"), cora::overload, cora::native("__new_sorted_queue")]]
queue(__T) __new_priority_queue(__T *type, long maxsize, int (*compare)(const void *, const void *));

// asyncio.Queue(maxsize): new_queue(int), or new_queue(int, 10): put waits when 10 items are in it. First in, first out.
#define new_queue(T, ...) __new_queue((T *)0 __VA_OPT__(, ) __VA_ARGS__)
// asyncio.LifoQueue(maxsize): the last one in is the first one out.
#define new_lifo_queue(T, ...) __new_lifo_queue((T *)0 __VA_OPT__(, ) __VA_ARGS__)
// asyncio.PriorityQueue(maxsize): the smallest first: new_priority_queue(int, 10). What is no number is ordered by a
// function as for qsort: new_priority_queue(struct job, 0, by_urgency); of equal ones the first in is the first out.
#define new_priority_queue(T, ...) __new_priority_queue((T *)0 __VA_OPT__(, ) __VA_ARGS__)

// asyncio's Queue.put(): waits while the queue is full. QueueShutDown once it is closed.
[[cora::overload, cora::waits, cora::native("__queue_put")]] void put(queue(__T) q, __T item);
// asyncio's Queue.get(): waits while it is empty. QueueShutDown once it is closed and empty.
[[cora::overload, cora::waits, cora::native("__queue_get")]] __T get(queue(__T) q);
// asyncio's Queue.put_nowait(): false if it is full.
[[cora::overload, cora::native("__queue_try_put")]] bool try_put(queue(__T) q, __T item);
// asyncio's Queue.get_nowait(): the item into *item; false if there is none.
[[cora::overload, cora::native("__queue_try_get")]] bool try_get(queue(__T) q, __T *item);
// asyncio's Queue.task_done(): an item that came out is dealt with. ValueError if that is said too often.
[[cora::overload, cora::native("__queue_task_done")]] void task_done(queue(__T) q);
// asyncio's Queue.join(): waits until every item that was put is dealt with.
[[cora::overload, cora::waits, cora::native("__queue_join")]] void join(queue(__T) q);
// asyncio's Queue.qsize(): how many items are in it.
[[cora::overload, cora::native("__queue_size")]] size_t size(queue(__T) q);
// asyncio's Queue.maxsize: 0 is no limit.
[[cora::overload, cora::native("__queue_maxsize")]] size_t maxsize(queue(__T) q);
// asyncio's Queue.empty(), full().
[[cora::overload, cora::native("__queue_empty")]] bool empty(queue(__T) q);
[[cora::overload, cora::native("__queue_full")]] bool full(queue(__T) q);
// asyncio's Queue.shutdown(): put is an error from now on; get, once the queue is empty. Whoever waits is told.
[[cora::overload, cora::native("__queue_close")]] int close(queue(__T) q);
#endif
