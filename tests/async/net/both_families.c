// Without an address a listener is there for IPv4 and, where the machine has it, for IPv6; each is told by its own address.
#include <stdio.h>
#include <string.h>

async void come(const char *address, listener l) {
    conn c = await tcp_connect(address, local_port(l));
    conn d = await tcp_accept(l);
    printf("%s\n", strcmp(peer_address(d), address) == 0 && strcmp(local_address(d), address) == 0 ? "itself" : peer_address(d));
    close(c);
    close(d);
}

static bool has_v6(void) {
    try {
        close(tcp_listen("::1", 0));
        return true;
    } catch (error e) {
        return false;
    }
}

async int main(void) {
    listener l = tcp_listen(0);
    await come("127.0.0.1", l); // expect: itself
    if (has_v6())
        await come("::1", l); // expect: itself
    else
        puts("itself");
    try {
        tcp_listen(local_port(l));
    } catch (error e) {
        puts(strstr(e.message, "somebody")); // expect: somebody listens there already; port 0 finds a free one
    }
    close(l);
    l = tcp_listen("127.0.0.1", 0); // this machine only
    await come("127.0.0.1", l); // expect: itself
    return 0;
}
