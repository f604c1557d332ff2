#include <errno.h>
#include <signal.h>
#include <stdio.h>
static volatile sig_atomic_t seen;
static void handler(int n) { seen = n; }
int main(void) {
    signal(SIGUSR1, handler);
    raise(SIGUSR1);
    printf("%d\n", seen == SIGUSR1); // expect: 1
    signal(SIGUSR1, SIG_IGN);
    printf("%d\n", raise(SIGUSR1)); // expect: 0
    errno = 0;
    int is_none = signal(999, handler) == SIG_ERR;
    printf("%d %d\n", is_none, errno == EINVAL); // expect: 1 1
    return 0;
}
