#!/usr/bin/python3
"""The command `cora run` with a standard input that stays open: waiting for a line suspends one task only."""
import os
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


class Command(unittest.TestCase):
    def start(self, text, *flags):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = os.path.join(folder.name, "program.c")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        process = subprocess.Popen([CORA, "run", *flags, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
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


if __name__ == "__main__":
    unittest.main()
