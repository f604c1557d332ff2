// Nobody listens there any more.
#include "../say.h"

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    int port = local_port(l);
    close(l);
    try {
        await tcp_connect("127.0.0.1", port);
    } catch (error e) {
        say("%s %d", e.name, e.code);
    }
    return 0;
}
