#!/usr/bin/python3
"""jupyter console in a pseudo-terminal: a value, output, input, a multi-line cell, an interrupt, the end."""
import os
import re
import shutil
import sys
import tempfile
import unittest

import pexpect
from support import install_spec

FOLDER = tempfile.mkdtemp(prefix="cora-test-")
TIMEOUT = 30


def setUpModule():
    install_spec(FOLDER)


def tearDownModule():
    shutil.rmtree(FOLDER, ignore_errors=True)


class Console(unittest.TestCase):
    def setUp(self):
        env = dict(os.environ, TERM="xterm", JUPYTER_RUNTIME_DIR=FOLDER, IPYTHONDIR=FOLDER, JUPYTER_CONFIG_DIR=FOLDER,
                   PROMPT_TOOLKIT_NO_CPR="1")
        self.console = pexpect.spawn(sys.executable, ["-m", "jupyter_console", "--kernel", "cora", "--simple-prompt"],
                                     env=env, encoding="utf-8", timeout=TIMEOUT, dimensions=(40, 120))
        self.prompt(1)
        # The console takes the idle of its own first question for the end of the first cell, when that is slow to
        # begin. A blank line makes it read what has come.
        self.console.sendline(" ")
        self.prompt(1)

    def tearDown(self):
        self.console.close(force=True)

    def prompt(self, number):
        self.console.expect(re.escape("In [%d]" % number))

    def test_a_session(self):
        console = self.console
        console.sendline("1+1")
        console.expect(r"Out\[1\]: 2")
        self.prompt(2)
        console.sendline('printf("hello, world\\n");')
        console.expect("hello, world\r\n")
        self.prompt(3)
        console.sendline('char line[100]; fgets(line, 100, stdin); printf("got %s", line);')
        console.expect("fgets.*\r\n")
        console.sendline("some text")
        console.expect("got some text")
        self.prompt(4)
        console.sendline("no_such_name;")
        console.expect("no_such|no such")
        self.prompt(5)
        console.sendline('puts("it spins"); while (1);')
        console.expect("it spins\r\n")  # its own output: the echo has a quotation mark there
        console.sendintr()
        console.expect("KeyboardInterrupt")
        self.prompt(6)
        console.sendline("2+3")
        console.expect(r"Out\[6\]: 5")
        self.prompt(7)
        console.sendline("exit")
        console.expect(pexpect.EOF)


if __name__ == "__main__":
    unittest.main()
