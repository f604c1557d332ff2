#!/usr/bin/python3
"""The command `cora run` in surroundings that a program alone can't make: a standard input that stays open, and few
descriptors."""
import os
import resource
import signal
import subprocess
import tempfile
import unittest

CORA = os.path.join(os.path.dirname(os.path.abspath(os.environ.get("CORA_KERNEL", "build/cora-kernel"))), "cora")

LATE = r"""
#include <stdio.h>
async int main(void) {
    char line[20];
    deadline (0.01) {
        await fgets(line, sizeof line, stdin);
        puts("never");
    } else {
        puts("too slow");
    }
    fflush(stdout);
    await fgets(line, sizeof line, stdin);
    printf("got %s", line);
    int a, b, n = await scanf("%d%d", &a, &b);
    printf("%d: %d %d\n", n, a, b);
    return 0;
}
"""

BOTH = r"""
#include <stdio.h>
async void reads(void) {
    int a;
    await scanf("%d", &a);
}
async int main(void) {
    spawn reads();
    await sleep(0.01);
    puts("tick");
    return 3;
}
"""

MANY = r"""
#include <stdio.h>
async void take(int number) {
    char line[20];
    await fgets(line, sizeof line, stdin);
    printf("%d %s", number, line);
}
async int main(void) {
    taskgroup {
        for (int i = 0; i < 3; i++)
            spawn take(i);
    }
    return getchar() == EOF;
}
"""

HOLDS = r"""
#include <stdio.h>
int main(void) {
    puts("waits");
    fflush(stdout);
    return getchar();
}
"""

FORGETS = r"""
#include <stdio.h>
async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    for (int i = 0; i < 200; i++) {
        await tcp_connect("127.0.0.1", local_port(l));
        await tcp_accept(l);
    }
    puts("200");
    return 0;
}
"""

KEEPS = r"""
#include <errno.h>
#include <stdio.h>
async void holds(conn c) {
    char data[1];
    await conn_read(c, data, 1);
}
async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    task(void) server = spawn tcp_serve(l, holds);
    conn mine[100];
    int count = 0;
    try {
        for (; count < 100; count++)
            mine[count] = await tcp_connect("127.0.0.1", local_port(l));
    } catch (error e) {
        printf("%s %d: %s\n", e.name, e.code == EMFILE, e.message);
    }
    for (int i = 0; i < count; i++)
        close(mine[i]);
    conn again = await tcp_connect("127.0.0.1", local_port(l));
    printf("%d %d\n", count > 5, done(server));
    return 0;
}
"""


class Command(unittest.TestCase):
    def start(self, text, *flags, descriptors=None):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = os.path.join(folder.name, "program.c")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        process = subprocess.Popen([CORA, "run", *flags, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, preexec_fn=descriptors and (
                                       lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))))
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def say(self, process, text):
        process.stdin.write(text)
        process.stdin.flush()

    def test_a_deadline_passes_while_nobody_types(self):
        for flags in ([], ["--virtual-clock"]):
            process = self.start(LATE, *flags)
            self.assertEqual(process.stdout.readline(), b"too slow\n")
            self.say(process, b"late\n1 ")  # the question it answers was withdrawn: it is the next one's
            self.assertEqual(process.stdout.readline(), b"got late\n")
            self.say(process, b"2\n")
            process.stdin.close()
            self.assertEqual(process.stdout.read(), b"2: 1 2\n")
            self.assertEqual(process.wait(), 0)

    def test_others_go_on(self):
        process = self.start(BOTH)  # nobody types
        self.assertEqual(process.stdout.read(), b"tick\n")
        self.assertEqual(process.wait(), 3)
        process.stdin.close()

    def test_lines_that_come_together(self):
        process = self.start(MANY)
        self.say(process, b"a\nb\nc\nx")
        process.stdin.close()
        self.assertEqual(process.stdout.read(), b"0 a\n1 b\n2 c\n")
        self.assertEqual(process.wait(), 0)  # an x is left

    def test_the_end(self):
        process = self.start(HOLDS)
        process.stdin.close()
        self.assertEqual(process.wait(), 255)

    def test_an_interrupt_while_it_waits(self):
        process = self.start(HOLDS)
        self.assertEqual(process.stdout.readline(), b"waits\n")
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(), 130)
        process.stdin.close()

    def test_forgotten_connections_are_closed_when_descriptors_run_out(self):
        process = self.start(FORGETS, descriptors=40)
        out, err = process.communicate()
        self.assertEqual((out, err), (b"200\n", b""))

    def test_too_many_connections_are_an_error(self):
        process = self.start(KEEPS, descriptors=40)
        out, _ = process.communicate()
        first, second = out.decode().splitlines()
        self.assertRegex(first, r"^OSError 1: cannot connect to 127\.0\.0\.1:\d+: too many files and sockets are open at once; "
                                r"close some$")
        self.assertEqual(second, "1 0")  # the server goes on


if __name__ == "__main__":
    unittest.main()
