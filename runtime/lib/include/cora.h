#ifndef __CORA_H
#define __CORA_H
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

typedef struct [[cora::any_awaitable]] __awaitable __awaitable;
// asyncio's loop object: a handle of the session's loop, which never stops.
typedef struct [[cora::handle]] event_loop event_loop;
// What call_soon, call_later and call_at return, for cancel_handle.
typedef struct [[cora::handle]] call_handle call_handle;

// ---- errors

// What is thrown and caught: try { ... } catch (error e) { ... }. e.name ("ValueError"), e.message (one line), e.code (an
// errno value, or 0). Faults, CancelledError, TimeoutError and StopIteration are errors too. An interrupt and exit() are
// not caught: they run defers only.
typedef struct [[cora::handle]] error error;
// error("ValueError", "bad port %d", port): a new one, to be thrown.
[[cora::format(printf, 2)]] error __new_error(const char *name, const char *format, ...);
const char *__error_name(error e);
const char *__error_message(error e);
int __error_code(error e);
// Whether e is an error of that name; false for NULL.
bool is_error(error e, const char *name);
// What the compiler makes of taskgroup, deadline and shield.
long __taskgroup_enter(void);
void __taskgroup_fail(error e, long number);
void __taskgroup_leave(long number);
long __deadline_enter(double seconds);
void __deadline_land(error e, long number);
void __deadline_leave(long number);
long __shield_enter(void);
void __shield_leave(long number);
// What the compiler makes of a parameter like `int a[static 5]`.
void __array_room(const void *array, long count, unsigned long size);

// ---- tasks

// Schedules a coroutine as a task: it runs while others wait. create_task(c, .name = "crawler") names it.
[[cora::op("create_task"), cora::options("string name")]] task(__T) create_task(coroutine(__T) c, ...);
// A coroutine as a task; a task or future as it is.
[[cora::overload, cora::options("string name")]] task(__T) ensure_future(coroutine(__T) c, ...);
[[cora::overload]] task(__T) ensure_future(task(__T) t);
[[cora::overload]] future(__T) ensure_future(future(__T) f);
// Waits for all of them: gather(a, b, c), or gather(array, count). Awaiting it gives their results in order; the first
// error goes to who awaits, the others go on. If they give different types, it gives nothing. gather(a, b, .return_errors =
// true) waits for all and throws nothing: the result of what failed is zero, and error_of(task) says why.
[[cora::op("gather"), cora::options("bool return_errors")]] future(__T) gather(...);
// Runs a coroutine to its end, from anywhere; only the calling task waits.
[[cora::op("run")]] __T run(coroutine(__T) c);
// Its outcome, or TimeoutError if it is not done after so many seconds; it is cancelled then.
[[cora::overload]] future(__T) wait_for(coroutine(__T) c, double seconds);
[[cora::overload]] future(__T) wait_for(task(__T) t, double seconds);
[[cora::overload]] future(__T) wait_for(future(__T) f, double seconds);
// Its outcome; cancelling who waits for it leaves it alone. (The block `shield { }` keeps a whole block's waits from
// being cancelled.)
[[cora::overload]] future(__T) shield(coroutine(__T) c);
[[cora::overload]] future(__T) shield(task(__T) t);
[[cora::overload]] future(__T) shield(future(__T) f);
// Waits for the first of them that is done: its number in the array. Throws nothing that they threw.
[[cora::overload]] future(size_t) wait_any(task(__T) *tasks, size_t count);
[[cora::overload]] future(size_t) wait_any(future(__T) *futures, size_t count);
// Waits until all of them are done, well or not.
[[cora::overload]] future(void) wait_all(task(__T) *tasks, size_t count);
[[cora::overload]] future(void) wait_all(future(__T) *futures, size_t count);
// asyncio.as_completed: an array of count futures: the first one is done when the first of them is, and gives its result
// or throws its error, and so on: `for (int i = 0; i < n; i++) use(await f[i]);`
[[cora::overload]] future(__T) *as_completed(coroutine(__T) *coroutines, size_t count);
[[cora::overload]] future(__T) *as_completed(task(__T) *tasks, size_t count);
[[cora::overload]] future(__T) *as_completed(future(__T) *futures, size_t count);
// The task this is part of.
task(void) current_task(void);
// How many tasks have not ended; at most max of them are stored in array, oldest first.
size_t all_tasks(task(void) *array, size_t max);
// Whether it has ended, well or not.
bool done(__awaitable x);
// Whether it ended by being cancelled.
bool cancelled(__awaitable x);
// Makes the task's current wait throw CancelledError, in what it awaits too; false if it has ended already.
bool cancel(__awaitable x);
// The result of what is done; throws what it failed with, InvalidStateError if it is not done.
[[cora::overload]] __T result(task(__T) t);
[[cora::overload]] __T result(future(__T) f);
// What it failed with; NULL if it succeeded. Throws CancelledError if it was cancelled, InvalidStateError if it is not
// done.
error error_of(__awaitable x);
// A task's name.
const char *name_of(__awaitable t);
void set_name(__awaitable t, const char *name);
// Calls function(x) once x is done.
[[cora::overload]] void on_done(task(__T) t, void (*function)(task(__T)));
[[cora::overload]] void on_done(future(__T) f, void (*function)(future(__T)));

// ---- by hand

// A generator's next value; StopIteration at its end.
[[cora::op("gen_next"), cora::overload]] __T next(generator(__T) g);
// An async generator's: `await next(g)`. (asyncio: anext, asend, athrow, aclose.)
[[cora::op("gen_next"), cora::overload, cora::waits]] __T next(async generator(__T) g);
// Runs a coroutine object to its next suspension: what it waits on; StopIteration when it has returned.
[[cora::op("next_coro"), cora::overload]] future(void) next(coroutine(__T) c);
// The next value into *value; false at the end.
[[cora::op("try_next"), cora::overload]] bool try_next(generator(__T) g, __T *value);
[[cora::op("try_next"), cora::overload, cora::waits]] bool try_next(async generator(__T) g, __T *value);
// Goes on with a generator(T, S): its `yield` gives value; returns the next one.
[[cora::op("gen_send"), cora::overload]] __T send(generator(__T) g, __T value);
[[cora::op("gen_send"), cora::overload, cora::waits]] __T send(async generator(__T) g, __T value);
// Throws e where it stands, at its `yield` or `await`; returns the next value.
[[cora::op("throw_into"), cora::overload]] __T throw_into(generator(__T) g, error e);
[[cora::op("throw_into"), cora::overload, cora::waits]] __T throw_into(async generator(__T) g, error e);
[[cora::op("throw_into"), cora::overload]] future(void) throw_into(coroutine(__T) c, error e);
// Ends it where it stands: its defers run. A generator that is made in the header of a `for` is closed by the loop.
[[cora::op("close_gen"), cora::overload]] void close_generator(generator(__T) g);
[[cora::op("close_gen"), cora::overload, cora::waits]] void close_generator(async generator(__T) g);
[[cora::op("close_gen")]] void __generator_leave(generator(__T) g);
[[cora::op("close_gen")]] void close_coroutine(coroutine(__T) c);

// ---- futures

future(__T) __new_future(__T *type);
// A future that gives a T: new_future(int). Somebody calls set_result or set_error, who awaits it gets that.
#define new_future(T) __new_future((T *)0)
[[cora::overload]] void set_result(future(__T) f, __T value);
[[cora::overload, cora::native("__set_error_text")]] void set_error(__awaitable f, const char *name,
                                                                     const char *message);
[[cora::overload]] void set_error(__awaitable f, error e);

// ---- waiting. Called plainly these stop everything; under `await` only this task.

// Waits so many seconds.
[[cora::dual]] unsigned sleep(double seconds);
[[cora::dual]] int usleep(unsigned microseconds);
[[cora::dual]] int nanosleep(const struct timespec *wanted, struct timespec *left);

// ---- the loop object

// The session's loop.
event_loop get_event_loop(void);
event_loop new_event_loop(void);
// Makes it the one that get_event_loop gives.
void set_event_loop(event_loop loop);
// Runs the coroutine to its end; the calling task waits, others go on.
[[cora::overload]] __T run_until_complete(event_loop loop, coroutine(__T) c);
[[cora::overload]] __T run_until_complete(event_loop loop, task(__T) t);
[[cora::overload]] __T run_until_complete(event_loop loop, future(__T) f);
// Waits until stop(loop) is called; tasks run.
void run_forever(event_loop loop);
void stop(event_loop loop);
// Cancels the loop's tasks; this handle cannot be used any more. The session has its loop still.
void loop_close(...);
bool loop_is_closed(...);
bool loop_is_running(...);
// Seconds on the loop's clock, which never goes backwards.
double loop_time(...);
// Calls callback(pointer) in the next turn, after so many seconds, at a time of loop_time(). The loop may come first.
[[cora::overload]] call_handle call_soon(void (*callback)(void *), void *pointer);
[[cora::overload, cora::native("__call_soon_on")]] call_handle call_soon(event_loop loop, void (*callback)(void *),
                                                                         void *pointer);
[[cora::overload]] call_handle call_later(double seconds, void (*callback)(void *), void *pointer);
[[cora::overload, cora::native("__call_later_on")]] call_handle call_later(event_loop loop, double seconds,
                                                                           void (*callback)(void *), void *pointer);
[[cora::overload]] call_handle call_at(double time, void (*callback)(void *), void *pointer);
[[cora::overload, cora::native("__call_at_on")]] call_handle call_at(event_loop loop, double time,
                                                                     void (*callback)(void *), void *pointer);
// The callback will not be called; false if it was, or was cancelled, already.
bool cancel_handle(call_handle handle);
#endif
