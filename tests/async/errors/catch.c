// error(...) makes one, throw throws it, catch has its name, message and code.
#include <stdio.h>
#include <string.h>

int parse_port(int port) {
    if (port > 65535)
        throw error("ValueError", "bad port %d", port);
    return port;
}

int main(void) {
    try {
        printf("%d\n", parse_port(80)); // expect: 80
        printf("%d\n", parse_port(70000));
        printf("not reached\n");
    } catch (error e) {
        printf("%s: %s, %d\n", e.name, e.message, e.code); // expect: ValueError: bad port 70000, 0
        printf("%d\n", strcmp(e.name, "ValueError"));       // expect: 0
        printf("%d %d\n", is_error(e, "ValueError"), is_error(e, "IndexError")); // expect: 1 0
        printf("%d\n", e.name == e.name); // expect: 1
    }
    return 0;
}
