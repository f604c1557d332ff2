// A header that is left out says what to use instead; no other header is proposed.
#include <semaphore.h>    // error: tasks have `semaphore s = new_semaphore(1);`
#include <sys/socket.h>   // error: `await tcp_connect(host, port)`
#include <arpa/inet.h>    // error: `htobe32` of `<endian.h>`
#include <poll.h>         // error: `wait_any` waits for the first
#include <sys/mman.h>     // error: `malloc` gives memory
#include <sys/resource.h> // error: `clock()` of `<time.h>`
#include <dirent.h>       // error: `popen("ls", "r")` gives the names
#include <curses.h>       // error: there is no terminal here
#include <dlfcn.h>        // error: put the program's other files behind the first
#include <regex.h>        // error: `strstr`, `strspn` and `sscanf`
int main(void) {
    return 0;
}
