// The message about a closed connection shows where that was.
// note: closed here
async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    close(c);
    char data[4];
    await conn_read(c, data, 4); // trap: this connection is closed already
    return 0;
}
