#!/usr/bin/python3
"""A TCP server in the background, across cells: it serves cells and other programs, and prints in its own cell."""
import socket
import unittest

from support import TIMEOUT, KernelCase, results, text_of

SERVER = r"""
async void echo(conn c) {
    char *line;
    while ((line = await conn_read_line(c))) {
        printf("heard %s", line);
        await conn_write(c, line);
    }
}
"""
CLIENT = r"""
conn c = await tcp_connect("127.0.0.1", port);
await conn_write(c, "from a cell\n");
printf("back: %s", await conn_read_line(c));
close(c);
"""


class Tcp(KernelCase):
    def printed(self, code):
        reply, messages = self.client.run(code)
        self.assertEqual(reply["status"], "ok", reply)
        return text_of(messages)

    def heard(self, cell, text):
        """What the server's cell prints, up to this text."""
        seen = []

        def ends(message):
            seen.append(message)
            return text in text_of(seen)
        self.client.published(cell, until=ends)
        return text_of(seen)

    def test_a_server_across_cells(self):
        self.printed("%clock real")
        self.printed(SERVER)
        started = self.client.start('listener l = tcp_listen("127.0.0.1", 0);\n'
                                    'task(void) server = spawn tcp_serve(l, echo);\n'
                                    'int port = local_port(l);\nport')
        reply, messages = self.client.finish(started)
        self.assertEqual(reply["status"], "ok", reply)
        port = int(results(messages)[0])
        # a cell as the client: its output is its own, the server's belongs to the server's cell
        self.assertEqual(self.printed(CLIENT), "back: from a cell\n")
        self.assertEqual(self.heard(started, "heard from a cell\n"), "heard from a cell\n")
        # another program as the client, while no cell runs
        with socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT) as other:
            other.sendall(b"from outside\n")
            with other.makefile("rb") as back:
                self.assertEqual(back.readline(), b"from outside\n")
            self.assertEqual(self.heard(started, "heard from outside\n"), "heard from outside\n")
            ps = self.printed("%ps")
            self.assertRegex(ps, r"waiting +accepts on 127\.0\.0\.1:%d " % port)
            self.assertRegex(ps, r"waiting +reads from 127\.0\.0\.1:%d " % other.getsockname()[1])
            self.assertRegex(self.printed("%loop"), r"(?m)^I/O in flight  2$")
        self.assertEqual(self.printed("close(l); await server;"), "")
        with self.assertRaises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT)

    def test_an_interrupt_ends_a_blocking_accept(self):
        running = self.client.running('tcp_accept(tcp_listen("127.0.0.1", 0));')
        self.client.ask("interrupt_request", channel="control")
        reply, _ = self.client.finish(running)
        self.assertEqual((reply["status"], reply["ename"]), ("error", "KeyboardInterrupt"))

    def test_an_error_of_a_connection(self):
        reply, _ = self.client.run('await tcp_connect("127.0.0.1", 1);')
        self.assertEqual((reply["status"], reply["ename"]), ("error", "ConnectionRefusedError"))


if __name__ == "__main__":
    unittest.main()
