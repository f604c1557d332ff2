#ifndef __SIGNAL_H
#define __SIGNAL_H
#include <stdlib.h>
#define SIGHUP 1
#define SIGINT 2
#define SIGQUIT 3
#define SIGILL 4
#define SIGTRAP 5
#define SIGABRT 6
#define SIGBUS 7
#define SIGFPE 8
#define SIGKILL 9
#define SIGUSR1 10
#define SIGSEGV 11
#define SIGUSR2 12
#define SIGPIPE 13
#define SIGALRM 14
#define SIGTERM 15
#define SIGCHLD 17
#define SIGCONT 18
#define SIGSTOP 19
#define SIGTSTP 20
#define SIG_DFL ((void (*)(int))0)
#define SIG_IGN ((void (*)(int))1)
#define SIG_ERR ((void (*)(int)) - 1)
typedef int sig_atomic_t;
[[noreturn]] void __signal_default(int number);
[[cora::native("__errno")]] int *__signal_errno(void);
// What raise(number) calls. Nothing but raise sends signals here: an interrupt is an error of its own.
static inline __sighandler_t signal(int number, __sighandler_t handler) {
    if (number < 1 || number > 64 || number == 9 || number == 19) // SIGKILL, SIGSTOP
        return *__signal_errno() = 22, (__sighandler_t)-1; // EINVAL
    __sighandler_t old = __signal_handlers[number];
    __signal_handlers[number] = handler;
    return old;
}
// Calls the handler of a signal; without one it ends the program.
static inline int raise(int number) {
    if (number < 1 || number > 64)
        return *__signal_errno() = 22, -1;
    __sighandler_t handler = __signal_handlers[number];
    bool is_ignored = handler == (__sighandler_t)1 || (!handler && number == 17); // SIG_IGN, SIGCHLD
    if (is_ignored)
        return 0;
    if (!handler)
        __signal_default(number);
    handler(number);
    return 0;
}
#endif
