"""A kernel process and a client that sees every frame.

CORA_KERNEL names the kernel's binary (default: build/cora-kernel). Every process that is started here is ended
here, also when a test fails.
"""
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

import zmq
from jupyter_client.connect import write_connection_file
from jupyter_client.session import Session

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
KERNEL = os.path.abspath(os.environ.get("CORA_KERNEL") or os.path.join(ROOT, "build", "cora-kernel"))
IS_FAKE = os.path.basename(KERNEL).endswith("fake")
LIBRARIES = subprocess.run(["ldd", KERNEL], capture_output=True, check=False).stdout
IS_ASAN = b"libasan" in LIBRARIES
IS_TSAN = b"libtsan" in LIBRARIES
TIMEOUT = 60.0  # of what must come: only a failure waits so long
DELIMITER = b"<IDS|MSG>"
BEGUN = "the cell has begun"

# Cells whose meaning the fake session knows as well as the real one.
LATER = 'async void later(void) { await sleep(0.2); printf("late\\n"); }'
NULL_WRITE = "int *p = nullptr; *p = 1;"


def only_fake(test):
    return unittest.skipUnless(IS_FAKE, "needs what only the fake session has")(test)


def only_real(test):
    return unittest.skipIf(IS_FAKE, "needs the real runtime")(test)


def install_spec(folder, name="cora"):
    """A kernelspec for KERNEL in `folder`, which becomes the only place that is added to Jupyter's path."""
    spec = os.path.join(folder, "kernels", name)
    os.makedirs(spec)
    with open(os.path.join(ROOT, "kernel.json"), encoding="utf-8") as file:
        text = file.read().replace("@KERNEL@", KERNEL)
    with open(os.path.join(spec, "kernel.json"), "w", encoding="utf-8") as file:
        file.write(text)
    os.environ["JUPYTER_PATH"] = folder


class Kernel:
    """One kernel process and one client of it, who listens to iopub from the start unless `subscribe` is False."""

    def __init__(self, key=b"a key", env=None, stderr=None, subscribe=True, **connection):
        self.folder = tempfile.mkdtemp(prefix="cora-test-")
        extra = {k: connection.pop(k) for k in list(connection) if k.startswith("curve")}
        if connection.get("transport") == "ipc":
            connection["ip"] = os.path.join(self.folder, "k")
        self.file, self.config = write_connection_file(os.path.join(self.folder, "c.json"), key=key, **connection)
        if extra:
            self.config.update(extra)
            with open(self.file, "w", encoding="utf-8") as file:
                json.dump({k: v.decode() if isinstance(v, bytes) else v for k, v in self.config.items()}, file)
        self.key = key
        self.log = open(os.path.join(self.folder, "log"), "w+", encoding="utf-8")
        self.process = subprocess.Popen([KERNEL, "-f", self.file], stdin=subprocess.DEVNULL, stderr=self.log,
                                        env=dict(os.environ, **(env or {})), start_new_session=True)
        self.clients = []
        self.client = self.connect(subscribe=subscribe)
        if subscribe:
            self.client.wait_ready()

    def connect(self, **options):
        client = Client(self, **options)
        self.clients.append(client)
        return client

    def logged(self):
        self.log.flush()
        with open(self.log.name, encoding="utf-8") as file:
            return file.read()

    def assert_logged(self, text, times=1):
        """Waits for it: the kernel writes its log when it comes to it, perhaps after the test has gone on."""
        end = time.monotonic() + TIMEOUT
        while self.logged().count(text) < times:
            if time.monotonic() > end:
                raise AssertionError("%r is not in the log: %s" % (text, self.logged()))
            time.sleep(0.01)

    def has_pending_signal(self):
        with open("/proc/%d/status" % self.process.pid, encoding="utf-8") as file:
            return any(int(line.split()[1], 16) for line in file if line.startswith(("SigPnd", "ShdPnd")))

    def wait(self, timeout=TIMEOUT):
        return self.process.wait(timeout)

    def close(self):
        for client in self.clients:
            client.close()
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Client:
    """Sockets to a kernel; messages are kept until somebody asks for them. `without`: a channel it has not."""

    def __init__(self, kernel, subscribe=True, without=None):
        self.kernel = kernel
        self.session = Session(key=kernel.key)
        self.context = zmq.Context()
        identity = self.session.session.encode()
        self.sockets = {}
        for name, kind in (("shell", zmq.DEALER), ("control", zmq.DEALER), ("stdin", zmq.DEALER),
                           ("iopub", zmq.SUB), ("hb", zmq.REQ)):
            socket = self.context.socket(kind)
            socket.linger = 0
            socket.rcvhwm = 0
            socket.reconnect_ivl = 5
            if kind == zmq.DEALER:
                socket.setsockopt(zmq.IDENTITY, identity)
            elif kind == zmq.SUB and subscribe:
                socket.subscribe(b"")
            if "curve_publickey" in kernel.config:
                public, secret = zmq.curve_keypair()
                socket.curve_serverkey = kernel.config["curve_publickey"]
                socket.curve_publickey, socket.curve_secretkey = public, secret
            if name != without:
                socket.connect(self.address(name))
            self.sockets[name] = socket
        self.iopub = []  # messages seen and not yet taken

    def address(self, name):
        config = self.kernel.config
        port = config[name + "_port"]
        separator = ":" if config["transport"] == "tcp" else "-"
        return "%s://%s%s%s" % (config["transport"], config["ip"], separator, port)

    def close(self):
        self.context.destroy(linger=0)

    # ------------------------------------------------------------ messages

    def frames(self, kind, content=None, header=None, parent=None):
        """A signed message as frames, and its id."""
        message = self.session.msg(kind, content or {}, parent=parent)
        message["header"].update(header or {})
        return message["header"]["msg_id"], self.session.serialize(message)

    def send(self, kind, content=None, channel="shell", **more):
        msg_id, frames = self.frames(kind, content, **more)
        self.sockets[channel].send_multipart(frames)
        return msg_id

    def receive(self, channel, timeout=TIMEOUT):
        """The next message, or None."""
        if not self.sockets[channel].poll(timeout * 1000):
            return None
        frames = self.sockets[channel].recv_multipart()
        at = frames.index(DELIMITER)
        message = self.session.deserialize(frames[at + 1:])
        message["idents"] = frames[:at]
        message["raw"] = frames[at + 1:]
        return message

    def reply(self, msg_id, channel="shell", timeout=TIMEOUT):
        """The reply to a request; others on the way are dropped."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            message = self.receive(channel, max(0, end - time.monotonic()))
            if message and message["parent_header"].get("msg_id") == msg_id:
                return message
        raise AssertionError("no reply to %s on %s" % (msg_id, channel))

    def replies(self, *msg_ids, channel="shell"):
        """The replies to several requests, in whatever order they come: request -> reply."""
        got = {}
        while set(got) != set(msg_ids):
            message = self.receive(channel)
            if message is None:
                raise AssertionError("no reply to %s on %s" % (set(msg_ids) - set(got), channel))
            got[message["parent_header"].get("msg_id")] = message
        return got

    def ask(self, kind, content=None, channel="shell", timeout=TIMEOUT, **more):
        return self.reply(self.send(kind, content, channel, **more), channel, timeout)

    def published(self, msg_id, until=None, timeout=TIMEOUT):
        """iopub messages with this parent, up to idle, or up to one for which `until` is true."""
        until = until or (lambda m: m["msg_type"] == "status" and m["content"]["execution_state"] == "idle")
        found = []
        end = time.monotonic() + timeout
        kept, self.iopub = self.iopub, []
        while True:
            message = kept.pop(0) if kept else self.receive("iopub", max(0, end - time.monotonic()))
            if message is None:
                self.iopub += kept
                raise AssertionError("iopub: no end for %s; got %s" % (msg_id, [m["msg_type"] for m in found]))
            if message["parent_header"].get("msg_id") != msg_id:
                self.iopub.append(message)
                continue
            found.append(message)
            if until(message):
                self.iopub += kept
                return found

    def wait_ready(self):
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end:
            msg_id = self.send("kernel_info_request")
            self.reply(msg_id)
            try:
                self.published(msg_id, timeout=0.2)
                return
            except AssertionError:
                continue
        raise AssertionError("the kernel is not there: " + self.kernel.logged())

    # ------------------------------------------------------------ cells

    def start(self, code, **options):
        content = dict(code=code, silent=False, store_history=True, user_expressions={}, allow_stdin=True,
                       stop_on_error=True)
        content.update(options)
        return self.send("execute_request", content)

    def finish(self, msg_id, timeout=TIMEOUT):
        """The content of the reply and what was published."""
        reply = self.reply(msg_id, timeout=timeout)
        return reply["content"], self.published(msg_id, timeout=timeout)

    def run(self, code, timeout=TIMEOUT, **options):
        return self.finish(self.start(code, **options), timeout)

    def running(self, code, **options):
        """Starts a cell that runs on; returns once it has said so itself, in its first line of output."""
        begin = "!echo %s; " if code.startswith("!") else 'printf("%s\\n"); '
        body = code[1:] if code.startswith("!") else code
        msg_id = self.start(begin % BEGUN + body, **options)
        self.published(msg_id, until=lambda m: m["msg_type"] == "stream" and BEGUN in m["content"]["text"])
        return msg_id


def text_of(messages, name="stdout"):
    return "".join(m["content"]["text"] for m in messages
                   if m["msg_type"] == "stream" and m["content"]["name"] == name)


def kinds(messages):
    return [m["content"]["execution_state"] if m["msg_type"] == "status" else m["msg_type"] for m in messages]


def results(messages):
    return [m["content"]["data"]["text/plain"] for m in messages if m["msg_type"] == "execute_result"]


class KernelCase(unittest.TestCase):
    """One kernel for the tests of a class; each must leave it able to run the next cell."""

    @classmethod
    def setUpClass(cls):
        cls.kernel = Kernel()
        cls.client = cls.kernel.client

    @classmethod
    def tearDownClass(cls):
        cls.kernel.close()

    def tearDown(self):
        reply, messages = self.client.run("1+1")
        self.assertEqual((reply["status"], results(messages)), ("ok", ["2"]), self.kernel.logged())

    def interrupt(self):
        self.client.ask("interrupt_request", channel="control")

    def signal(self, number=signal.SIGINT):
        os.kill(self.kernel.process.pid, number)

    def signal_and_wait(self):
        """A signal has no place in the order of messages: this one is behind us when it returns."""
        self.signal()
        while self.kernel.has_pending_signal():
            time.sleep(0.001)
        for _ in range(2):  # the thread that took it has answered since
            self.client.ask("complete_request", {"code": "x", "cursor_pos": 1})
