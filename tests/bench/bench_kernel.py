"""The kernel from outside, over ZeroMQ, beside nullkernel.c (a kernel that does nothing) and ipykernel."""
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time

import zmq
from jupyter_client.connect import write_connection_file
from jupyter_client.session import Session

from table import HERE, clock, row

CELLS = {
    "c": ("1+1", 'for (int i = 0; i < 100000; i++) printf("line %d\\n", i);'),
    "python": ("1+1", 'for i in range(100000): print("line %d" % i)'),
}


class Kernel:
    """One kernel process with our sockets to it. Frames are made before the clock starts."""

    def __init__(self, argv, key):
        self.folder = tempfile.mkdtemp()
        path, ports = write_connection_file(os.path.join(self.folder, "connection.json"), key=key)
        self.session = Session(key=key)
        self.sockets = {}
        self.poller = zmq.Poller()
        for name, kind in (("shell", zmq.DEALER), ("control", zmq.DEALER), ("iopub", zmq.SUB)):
            socket = zmq.Context.instance().socket(kind)
            socket.linger, socket.rcvhwm, socket.reconnect_ivl = 0, 0, 1
            if kind == zmq.SUB:
                socket.subscribe(b"")
            socket.connect("tcp://127.0.0.1:%d" % ports[name + "_port"])
            self.sockets[name] = socket
            self.poller.register(socket, zmq.POLLIN)
        self.began = clock()
        self.process = subprocess.Popen([word.replace("{connection_file}", path) for word in argv],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def ask(self, kind, **content):
        """Seconds to the reply and to idle, and the iopub contents in between."""
        message = self.session.msg(kind, content)
        frames, wanted = self.session.serialize(message), message["header"]["msg_id"].encode()
        began, reply, idle, seen = clock(), None, None, []
        self.sockets["shell"].send_multipart(frames)
        while reply is None or idle is None:
            ready = dict(self.poller.poll(30000))
            now = clock()
            if not ready:
                raise SystemExit("no answer to %s" % kind)
            for name in ("shell", "iopub"):
                while self.sockets[name] in ready:
                    try:
                        parts = self.sockets[name].recv_multipart(zmq.NOBLOCK)
                    except zmq.Again:
                        break
                    at = parts.index(b"<IDS|MSG>")
                    if wanted not in parts[at + 3]:
                        continue
                    if name == "shell":
                        reply = now - began
                    elif b'"idle"' in parts[at + 5] and b'"status"' in parts[at + 2]:
                        idle = now - began
                    else:
                        seen.append((parts[at + 2], parts[at + 5]))
        return reply, idle, seen

    def first_answer(self):
        """Seconds from the start of the process to its first kernel_info_reply."""
        message = self.session.msg("kernel_info_request", {})
        self.sockets["shell"].send_multipart(self.session.serialize(message))
        wanted = message["header"]["msg_id"].encode()
        while True:
            parts = self.sockets["shell"].recv_multipart()
            if wanted in parts[parts.index(b"<IDS|MSG>") + 3]:
                return clock() - self.began

    def pss_mib(self):
        with open("/proc/%d/smaps_rollup" % self.process.pid, encoding="ascii") as file:
            return sum(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1024

    def end(self):
        self.process.kill()
        self.process.wait()
        for socket in self.sockets.values():
            socket.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def kernel_figures(argv, language, key, reps):
    cell, flood = CELLS[language]
    start, memory, trivial, lines, lost = [], [], [], [], 0
    for _ in range(reps):
        kernel = Kernel(argv, key)
        start.append(kernel.first_answer())
        memory.append(kernel.pss_mib())
        kernel.end()
    kernel = Kernel(argv, key)
    kernel.first_answer()
    time.sleep(0.3)  # iopub joins
    for round_ in range(20 + 20 * reps):
        _, idle, _ = kernel.ask("execute_request", code=cell, silent=False, store_history=True, user_expressions={},
                                allow_stdin=False, stop_on_error=True)
        if round_ >= 20:
            trivial.append(idle)
    for _ in range(3):
        _, idle, seen = kernel.ask("execute_request", code=flood, silent=False, store_history=True,
                                   user_expressions={}, allow_stdin=False, stop_on_error=True)
        lines.append(idle)
        text = "".join(json.loads(content)["text"] for header, content in seen if b'"stream"' in header)
        lost += 100000 - text.count("\n")
    kernel.end()
    return {"start": statistics.median(start), "pss": statistics.median(memory), "cell": statistics.median(trivial),
            "lines": statistics.median(lines), "lost": lost}


def bench_kernel(build, reps):
    null = os.path.join(build, "bench-nullkernel")
    subprocess.check_call(["gcc", "-O2", os.path.join(HERE, "nullkernel.c"), "-o", null, "-lzmq"])
    floor = kernel_figures([null, "{connection_file}"], "c", b"", reps)
    ours = kernel_figures([os.path.join(build, "cora-kernel"), "-f", "{connection_file}"], "c", b"secret", reps)
    ratio = ours["start"] / floor["start"]
    row("start to kernel_info_reply", "%.1f ms (%.2f x null)" % (ours["start"] * 1e3, ratio), "<= 3 x null kernel", ratio <= 3)
    ratio = ours["cell"] / floor["cell"]
    row("1+1 to idle", "%.0f us (%.2f x null)" % (ours["cell"] * 1e6, ratio), "<= 2 x null kernel", ratio <= 2)
    row("memory after start (PSS)", "%.1f MiB" % ours["pss"], "<= 12 MiB", ours["pss"] <= 12)
    row("100,000 lines: lines lost", "%d" % ours["lost"], "0", ours["lost"] == 0)
    probe = subprocess.run(["/usr/bin/python3", "-c", "import ipykernel"], capture_output=True, check=False)
    if probe.returncode == 0:
        python = kernel_figures(["/usr/bin/python3", "-m", "ipykernel_launcher", "-f", "{connection_file}"], "python", b"secret",
                                max(2, reps // 4))
        row("100,000 lines to idle", "%.0f ms (ipykernel %.0f)" % (ours["lines"] * 1e3, python["lines"] * 1e3),
            "faster than ipykernel", ours["lines"] < python["lines"])
        print("%-52s start %.0f ms, 1+1 %.0f us, PSS %.0f MiB" % ("(ipykernel, for comparison)", python["start"] * 1e3,
                                                                  python["cell"] * 1e6, python["pss"]))
    else:
        row("100,000 lines to idle", "%.0f ms" % (ours["lines"] * 1e3), "(ipykernel is not installed)", True)
