// Ports and addresses that are none.
#include <stdio.h>

async int main(void) {
    int ports[] = {0, -1, 65536, 70000};
    for (int p : ports) {
        try {
            await tcp_connect("127.0.0.1", p);
        } catch (error e) {
            puts(e.message);
            // expect: 0 is no port: ports are numbers from 1 to 65535
            // expect: -1 is no port: ports are numbers from 1 to 65535
            // expect: 65536 is no port: ports are numbers from 1 to 65535
            // expect: 70000 is no port: ports are numbers from 1 to 65535
        }
    }
    try {
        tcp_listen(70000);
    } catch (error e) {
        puts(e.message); // expect: 70000 is no port: ports are numbers from 0 to 65535
    }
    try {
        tcp_listen("my machine", 80);
    } catch (error e) {
        puts(e.message); // expect: "my machine" is no address: "127.0.0.1" listens to this machine only, tcp_listen(80) to everybody
    }
    return 0;
}
