#!/usr/bin/python3
"""Everything that is not a cell: control, interrupts, input, queries, comms, shutdown, bad input, transports."""
import json
import os
import signal
import socket
import subprocess
import tempfile
import unittest

import zmq
from support import (TIMEOUT, DELIMITER, IS_ASAN, IS_TSAN, KERNEL, Kernel, KernelCase, kinds, results, text_of)
from zmq.utils.monitor import recv_monitor_message

SPIN = "while (1);"
SLEEP = "await sleep(1000000);"
BLOCK = "sleep(100);"


class Control(KernelCase):
    def test_kernel_info(self):
        for channel in ("shell", "control"):
            info = self.client.ask("kernel_info_request", channel=channel)["content"]
            self.assertEqual((info["status"], info["protocol_version"]), ("ok", "5.5"))
            self.assertEqual(info["implementation"], "cora")
            language = info["language_info"]
            self.assertEqual((language["name"], language["mimetype"], language["file_extension"]),
                             ("cora", "text/x-csrc", ".c"))
            self.assertEqual((info["supported_features"], info["debugger"]), ([], False))

    def test_busy_and_idle_around_control_requests(self):
        msg_id = self.client.send("kernel_info_request", channel="control")
        self.client.reply(msg_id, "control")
        self.assertEqual(kinds(self.client.published(msg_id)), ["busy", "idle"])

    def test_what_there_is_not(self):
        reply = self.client.ask("debug_request", {"type": "request", "seq": 3, "command": "initialize"},
                                channel="control")["content"]
        self.assertEqual((reply["success"], reply["request_seq"], reply["command"]), (False, 3, "initialize"))
        self.assertIn("no debugger", reply["message"])
        for kind in ("create", "delete", "list"):
            reply = self.client.ask(kind + "_subshell_request", channel="control")["content"]
            self.assertEqual(reply["status"], "error")
        msg_id, frames = self.client.frames("execute_request", {"code": "1+1"}, header={"subshell_id": "x"})
        self.client.sockets["shell"].send_multipart(frames)
        self.assertEqual(self.client.reply(msg_id)["content"]["status"], "error")

    def test_answers_while_a_cell_spins(self):
        cell = self.client.running(SPIN)
        self.client.ask("kernel_info_request", channel="control")
        self.assertEqual(self.client.ask("is_complete_request", {"code": "1+1"})["content"]["status"], "complete")
        self.client.ask("comm_info_request")
        self.client.ask("history_request", {"hist_access_type": "tail", "n": 1, "raw": True, "output": False})
        self.client.sockets["hb"].send(b"ping")
        self.assertTrue(self.client.sockets["hb"].poll(TIMEOUT * 1000))
        self.assertEqual(self.client.sockets["hb"].recv(), b"ping")
        self.interrupt()
        self.client.finish(cell)

    def test_complete_though_a_cell_spins(self):
        cell = self.client.running(SPIN)
        asked = self.client.send("complete_request", {"code": "prin", "cursor_pos": 4})
        self.interrupt()
        replies = self.client.replies(cell, asked)  # which is first depends on when the loop looks
        self.assertIn("printf", replies[asked]["content"]["matches"])
        self.client.published(cell)


class Interrupts(KernelCase):
    def stops(self, code, how):
        for _ in range(2):  # it works twice
            msg_id = self.client.running(code)
            how()
            reply, messages = self.client.finish(msg_id)
            self.assertEqual((reply["status"], reply["ename"]), ("error", "KeyboardInterrupt"))
            self.assertIn("error", kinds(messages))

    def test_by_message(self):
        for code in (SPIN, SLEEP, BLOCK):
            with self.subTest(code=code):
                self.stops(code, self.interrupt)

    def test_by_signal(self):
        for code in (SPIN, SLEEP, BLOCK):
            with self.subTest(code=code):
                self.stops(code, self.signal)

    def test_when_nothing_runs(self):
        for _ in range(3):
            self.interrupt()
            reply, messages = self.client.run("1+1")
            self.assertEqual((reply["status"], results(messages)), ("ok", ["2"]))
            self.signal_and_wait()
            reply, messages = self.client.run("1+1")
            self.assertEqual((reply["status"], results(messages)), ("ok", ["2"]))

    def test_right_behind_the_cell(self):
        # The interrupt overtakes the cell on its way to the runtime, or not; it stops it in either case.
        for _ in range(20):
            msg_id = self.client.start(SPIN)
            self.client.published(msg_id, until=lambda m: m["msg_type"] == "execute_input")
            self.interrupt()
            reply, _ = self.client.finish(msg_id)
            self.assertEqual(reply["status"], "error")

    def test_a_queue_is_aborted(self):
        first = self.client.running(SPIN)
        second = self.client.start("1+1")
        self.client.ask("is_complete_request", {"code": "1"})  # on the same channel: the kernel has the second one
        self.interrupt()
        self.assertEqual(self.client.reply(first)["content"]["status"], "error")
        self.assertEqual(self.client.reply(second)["content"]["status"], "aborted")

    def test_of_an_endless_print(self):
        msg_id = self.client.running('while (1) printf("y\\n");')
        self.client.published(msg_id, until=lambda m: m["msg_type"] == "stream" and "y" in m["content"]["text"])
        self.interrupt()
        reply, messages = self.client.finish(msg_id)
        self.assertEqual(reply["status"], "error")
        self.assertLessEqual(set(text_of(messages).split("\n")), {"y", ""})


class Input(KernelCase):
    READ = 'clearerr(stdin); char line[100]; fgets(line, 100, stdin); printf("got %s", line);'

    def ask_of(self, msg_id):
        request = self.client.receive("stdin")
        self.assertIsNotNone(request, "no input_request")
        self.assertEqual(request["msg_type"], "input_request")
        self.assertEqual(request["parent_header"]["msg_id"], msg_id)
        return request

    def answer(self, value, request=None):
        parent = request and {"header": request["header"]} or None
        return self.client.send("input_reply", {"value": value}, channel="stdin", parent=request)

    def test_a_line(self):
        for with_parent in (True, False):
            msg_id = self.client.start(self.READ)
            request = self.ask_of(msg_id)
            self.assertEqual(request["content"]["password"], False)
            self.answer("héllo", request if with_parent else None)
            reply, messages = self.client.finish(msg_id)
            self.assertEqual((reply["status"], text_of(messages).strip()), ("ok", "got héllo"))

    def test_not_allowed(self):
        reply, _ = self.client.run(self.READ, allow_stdin=False)
        self.assertEqual(reply["status"], "error")

    def test_interrupted_and_the_late_answer(self):
        msg_id = self.client.start(self.READ)
        old = self.ask_of(msg_id)
        self.interrupt()
        reply, _ = self.client.finish(msg_id)
        self.assertEqual(reply["status"], "error")
        self.answer("stale", old)
        self.kernel.assert_logged("input_reply that nobody waits for")
        msg_id = self.client.start(self.READ)
        new = self.ask_of(msg_id)
        self.answer("stale", old)
        self.kernel.assert_logged("input_reply that nobody waits for", times=2)
        self.answer("fresh", new)
        _, messages = self.client.finish(msg_id)
        self.assertEqual(text_of(messages).strip(), "got fresh")

    def test_wrong_answers(self):
        msg_id = self.client.start(self.READ)
        self.ask_of(msg_id)
        self.client.send("kernel_info_request", channel="stdin")
        self.client.send("input_reply", {"value": 5}, channel="stdin")
        reply, _ = self.client.finish(msg_id)  # end of file
        self.assertEqual(reply["status"], "ok")

    def test_nobody_on_stdin(self):
        client = self.kernel.connect(without="stdin")
        client.wait_ready()
        msg_id = client.start(self.READ)
        client.finish(msg_id)
        client.close()


class Queries(KernelCase):
    def test_complete_counts_code_points(self):
        code = '"é😀"; prin'
        content = self.client.ask("complete_request", {"code": code, "cursor_pos": len(code)})["content"]
        self.assertIn("printf", content["matches"])
        self.assertEqual((content["cursor_start"], content["cursor_end"]), (6, 10))
        typed = content["metadata"]["_jupyter_types_experimental"]
        self.assertEqual([t["text"] for t in typed], content["matches"])
        self.assertTrue(all(t["start"] == 6 and t["end"] == 10 and t["type"] for t in typed))

    def test_inspect(self):
        content = self.client.ask("inspect_request", {"code": "printf", "cursor_pos": 3, "detail_level": 0})["content"]
        self.assertTrue(content["found"])
        self.assertIn("printf", content["data"]["text/plain"])
        self.assertIn("text/markdown", content["data"])
        content = self.client.ask("inspect_request", {"code": "no_such", "cursor_pos": 3})["content"]
        self.assertEqual((content["status"], content["found"], content["data"]), ("ok", False, {}))

    def test_is_complete(self):
        for code, status in (("1+1", "complete"), ("int f(void) {", "incomplete"), ("printf?", "complete"),
                             ("%%time\n1+1", "incomplete"), ("%%time\n1+1\n\n", "complete")):
            self.assertEqual(self.client.ask("is_complete_request", {"code": code})["content"]["status"], status, code)
        self.assertEqual(self.client.ask("is_complete_request", {"code": "int f(void) {"})["content"]["indent"], "    ")

    def test_history(self):
        counts = [self.client.run(code)[0]["execution_count"] for code in ("1+1", "2+3", "1+1")]
        def ask(**content):
            return self.client.ask("history_request", dict({"raw": True, "output": False}, **content))["content"]["history"]
        self.assertEqual(ask(hist_access_type="tail", n=3), [[1, c, t] for c, t in zip(counts, ("1+1", "2+3", "1+1"))])
        self.assertEqual(ask(hist_access_type="tail", n=1, output=True), [[1, counts[2], ["1+1", "2"]]])
        self.assertEqual(ask(hist_access_type="range", session=0, start=counts[1], stop=counts[2]), [[1, counts[1], "2+3"]])
        self.assertEqual(ask(hist_access_type="search", pattern="2*", n=1), [[1, counts[1], "2+3"]])
        found = ask(hist_access_type="search", pattern="1+?", unique=True)
        self.assertEqual(found, [[1, counts[2], "1+1"]])

    def test_comms(self):
        self.assertEqual(self.client.ask("comm_info_request")["content"], {"status": "ok", "comms": {}})
        msg_id = self.client.send("comm_open", {"comm_id": "c1", "target_name": "no.such", "data": {}})
        messages = self.client.published(msg_id)
        self.assertEqual(kinds(messages), ["busy", "comm_close", "idle"])
        self.assertEqual(messages[1]["content"]["comm_id"], "c1")
        for kind in ("comm_msg", "comm_close"):
            msg_id = self.client.send(kind, {"comm_id": "c1", "data": {}})
            self.assertEqual(kinds(self.client.published(msg_id)), ["busy", "idle"])


class BadInput(KernelCase):
    def raw(self, *frames, channel="shell"):
        self.client.sockets[channel].send_multipart(list(frames))

    def signed(self, *dicts):
        return [DELIMITER, self.client.session.sign(list(dicts))] + list(dicts)

    def test_frames(self):
        _, good = self.client.frames("kernel_info_request")
        for channel in ("shell", "control", "stdin"):
            for n in range(len(good)):
                self.raw(*good[:n] or [b""], channel=channel)
            self.raw(*[os.urandom(20) for _ in range(3)], channel=channel)
            self.raw(*[b"x"] * 3000, channel=channel)
        self.kernel.assert_logged("dropped")

    def test_signatures(self):
        msg_id, good = self.client.frames("kernel_info_request")
        at = good.index(DELIMITER)
        bad = list(good)
        bad[at + 1] = b"0" * 64
        self.raw(*bad)
        bad[at + 1] = b""
        self.raw(*bad)
        self.raw(*good)
        self.client.reply(msg_id)
        self.raw(*good)  # once more
        self.assertIsNone(self.client.receive("shell", 0.3))
        self.kernel.assert_logged("repeated signature")

    def test_json(self):
        header = json.dumps(self.client.session.msg_header("execute_request"), default=str).encode()
        deep = b"[" * 200000
        for content in (b"", b"{", b"[]", b"null", b'"text"', b"\xff\xfe", deep, b'{"code": %s}' % deep):
            self.raw(*self.signed(header, b"{}", b"{}", content))
        for bad in (b"", b"{}", b"[]", b'{"msg_id": 1, "msg_type": []}', deep):
            self.raw(*self.signed(bad, b"{}", b"{}", b"{}"))
        self.raw(*self.signed(header, b"5", b"{}", b"{}"))
        self.kernel.assert_logged("content is not a JSON object")

    def test_half_a_surrogate_pair_is_answered(self):
        header = self.client.session.msg_header("execute_request")
        self.raw(*self.signed(json.dumps(header, default=str).encode(), b"{}", b"{}", b'{"code": "\\ud83d"}'))
        reply, messages = self.client.finish(header["msg_id"])
        self.assertEqual((reply["status"], reply["ename"]), ("error", "BadRequest"))
        self.assertIs(type(reply["execution_count"]), int)  # clients read it whatever the status is
        self.assertEqual(kinds(messages), ["busy", "idle"])

    def test_wrong_types_and_missing_keys(self):
        wrong = [None, 5, [], {}, True, 1e300]
        for value in wrong:
            self.assertEqual(self.client.ask("execute_request", {"code": value})["content"]["status"], "error")
            for kind in ("complete", "inspect", "is_complete"):
                content = self.client.ask(kind + "_request", {"code": value, "cursor_pos": value})["content"]
                self.assertEqual(content["status"], "error")
            content = {"hist_access_type": value, "n": value, "pattern": value, "output": value, "unique": value}
            self.assertEqual(self.client.ask("history_request", content)["content"]["status"], "ok")
            self.client.send("comm_open", {"comm_id": value, "target_name": value})
            reply, _ = self.client.run("1+1", silent=value, store_history=value, user_expressions=value,
                                       allow_stdin=value, stop_on_error=value)
            self.assertEqual(reply["status"], "ok")
        for position in (-5, 10 ** 15, "2"):
            for kind in ("complete", "inspect"):
                content = self.client.ask(kind + "_request", {"code": "prin", "cursor_pos": position})["content"]
                self.assertEqual(content["status"], "ok")
        self.assertEqual(self.client.ask("execute_request", {})["content"]["status"], "error")

    def test_unknown_messages(self):
        self.client.send("no_such_request")
        self.client.send("execute_request", {"code": "1+1"}, channel="control")
        self.client.send("x" * 5000, channel="control")
        self.kernel.assert_logged("no_such_request is not known on shell")

    def test_cells_of_anything(self):
        for code in ("\x00", "a\x00b", os.urandom(300).decode("latin-1"), "\U0010ffff" * 50, "'" * 1000, "(" * 20000, "%", "%%",
                     "!", "?", "%%\n", "% who", "%%writefile", "\\", "/*", "#"):
            msg_id = self.client.start(code, allow_stdin=False)
            self.assertIn(self.client.finish(msg_id)[0]["status"], ("ok", "error"))

    def test_a_huge_cell(self):
        reply, messages = self.client.run("/*" + "x" * 10_000_000 + "*/ 1+1" if "fake" not in KERNEL else
                                          "int x" + "x" * 10_000_000 + "; 1+1", timeout=60)
        self.assertEqual((reply["status"], results(messages)), ("ok", ["2"]))

    def test_identities_are_echoed(self):
        msg_id, good = self.client.frames("kernel_info_request")
        self.raw(b"one", b"", b"two", *good)
        reply = self.client.reply(msg_id)
        self.assertEqual(reply["idents"], [b"one", b"", b"two"])


class Lifetime(unittest.TestCase):
    def setUp(self):
        self.kernel = None

    def tearDown(self):
        if self.kernel:
            self.kernel.close()

    def start(self, **options):
        self.kernel = Kernel(**options)
        return self.kernel.client

    def shutdown(self, client, restart=False):
        msg_id = client.send("shutdown_request", {"restart": restart}, channel="control")
        reply = client.reply(msg_id, "control")["content"]
        self.assertEqual((reply["status"], reply["restart"]), ("ok", restart))
        self.assertEqual(self.kernel.wait(), 0)
        messages = client.published(msg_id)
        self.assertIn("shutdown_reply", kinds(messages))

    def test_shutdown(self):
        self.shutdown(self.start(), restart=True)

    def test_shutdown_while_a_cell_runs(self):
        for code in (SPIN, SLEEP, BLOCK, 'while (1) printf("y\\n");'):
            with self.subTest(code=code):
                client = self.start()
                client.running(code)
                client.start("1+1")
                self.shutdown(client)
                self.kernel.close()

    def test_sigterm(self):
        self.start().running(SPIN)
        self.kernel.process.terminate()
        self.assertEqual(self.kernel.wait(), 0)

    def test_the_end_of_the_parent(self):
        parent = subprocess.Popen(["sleep", "60"])
        self.start(env={"JPY_PARENT_PID": str(parent.pid)})
        parent.kill()
        parent.wait()
        self.assertEqual(self.kernel.wait(), 0)
        self.kernel.assert_logged("parent")

    @unittest.skipIf(IS_ASAN, "AddressSanitizer takes the signals")
    def test_a_crash_is_told(self):
        for number in (signal.SIGSEGV, signal.SIGABRT):
            client = self.start()
            msg_id = client.running(SPIN)
            self.kernel.process.send_signal(number)
            reply, messages = client.finish(msg_id)
            self.assertEqual(reply["status"], "error")
            self.assertIn("In[1]", reply["evalue"])
            self.assertIn("error", kinds(messages))
            self.assertEqual(self.kernel.wait(), -number)
            self.kernel.close()

    def test_no_key(self):
        client = self.start(key=b"")
        reply, messages = client.run("1+1")
        self.assertEqual((reply["status"], results(messages)), ("ok", ["2"]))
        self.assertEqual(messages[0]["raw"][0], b"")

    def test_ipc(self):
        reply, messages = self.start(transport="ipc").run("1+1")
        self.assertEqual((reply["status"], results(messages)), ("ok", ["2"]))

    @unittest.skipIf(IS_TSAN, "ZeroMQ's own CURVE handshake stalls under ThreadSanitizer")
    @unittest.skipUnless(zmq.has("curve"), "this pyzmq has no CURVE")
    def test_curve(self):
        public, secret = zmq.curve_keypair()
        client = self.start(curve_publickey=public, curve_secretkey=secret)
        reply, messages = client.run("1+1")
        self.assertEqual((reply["status"], results(messages)), ("ok", ["2"]))
        plain = zmq.Context()
        try:
            intruder = plain.socket(zmq.SUB)
            intruder.linger = 0
            intruder.subscribe(b"")
            ends = zmq.EVENT_HANDSHAKE_SUCCEEDED | zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL | zmq.EVENT_DISCONNECTED
            monitor = intruder.get_monitor_socket(ends)
            intruder.connect(client.address("iopub"))
            self.assertTrue(monitor.poll(TIMEOUT * 1000))
            self.assertNotEqual(recv_monitor_message(monitor)["event"], zmq.EVENT_HANDSHAKE_SUCCEEDED)
            client.run("1+1")
            self.assertFalse(intruder.poll(0))
        finally:
            plain.destroy(linger=0)

    def test_welcome(self):
        client = self.start()
        other = self.kernel.connect(subscribe=False)
        other.sockets["iopub"].subscribe(b"")
        message = other.receive("iopub")
        while message["msg_type"] != "iopub_welcome":
            message = other.receive("iopub")
        self.assertEqual((message["content"], message["parent_header"]), ({"subscription": ""}, {}))
        del client

    def test_a_subscription_that_comes_late(self):
        # A client's sockets connect one by one: its first cell may be there before its subscription is.
        self.kernel = Kernel(subscribe=False)
        self.addCleanup(self.kernel.close)
        client = self.kernel.client
        first = client.ask("kernel_info_request")["parent_header"]["msg_id"]
        cell = client.ask("execute_request", {"code": "1+1"})["parent_header"]["msg_id"]
        client.sockets["iopub"].subscribe(b"")
        messages = [client.receive("iopub") for _ in range(8)]
        self.assertEqual(messages[0]["msg_type"], "iopub_welcome")
        self.assertEqual(messages[1]["content"]["execution_state"], "starting")
        for msg_id, expected in ((first, ["busy", "idle"]), (cell, ["busy", "execute_input", "execute_result", "idle"])):
            self.assertEqual(kinds([m for m in messages if m["parent_header"].get("msg_id") == msg_id]), expected)

    def test_nobody_subscribes(self):
        # What nobody hears does not pile up, and does not hold up a cell.
        self.kernel = Kernel(subscribe=False)
        self.addCleanup(self.kernel.close)
        client = self.kernel.client
        lines = 'for (int i = 0; i < 2000000; i++) puts("a line of some thirty characters");'
        self.assertEqual(client.ask("execute_request", {"code": lines})["content"]["status"], "ok")
        client.sockets["iopub"].subscribe(b"")
        client.wait_ready()
        self.assertEqual(kinds(client.run("1+1")[1]), ["busy", "execute_input", "execute_result", "idle"])

    def test_two_clients_see_the_same(self):
        client = self.start()
        other = self.kernel.connect()
        other.wait_ready()
        msg_id = client.start("1+1")
        client.finish(msg_id)
        self.assertEqual(kinds(other.published(msg_id)), ["busy", "execute_input", "execute_result", "idle"])

    def test_a_client_that_does_not_read(self):
        # The kernel's memory must not grow without bound for it, and the other client must be served all the same.
        client = self.start()
        deaf = client.context.socket(zmq.SUB)
        deaf.linger, deaf.rcvhwm, deaf.rcvbuf = 0, 1, 4096
        deaf.subscribe(b"")
        deaf.connect(client.address("iopub"))
        self.assertTrue(deaf.poll(TIMEOUT * 1000))  # it is there; it takes nothing
        msg_id = client.start('while (1) printf("all work and no play makes jack a dull boy\\n");')
        self.kernel.assert_logged("has not read")
        with open("/proc/%d/status" % self.kernel.process.pid, encoding="utf-8") as file:
            resident_kb = int([line for line in file if line.startswith("VmRSS")][0].split()[1])
        self.assertLess(resident_kb, 600_000 if IS_ASAN else 120_000)
        self.assertGreater(resident_kb, 30_000)  # or nothing was held back
        client.ask("kernel_info_request", channel="control")
        client.ask("interrupt_request", channel="control")
        reply, messages = client.finish(msg_id)
        self.assertEqual(reply["status"], "error")
        self.assertEqual(len(set(text_of(messages).splitlines())), 1)
        deaf.close()


class CommandLine(unittest.TestCase):
    def run_kernel(self, *args):
        return subprocess.run([KERNEL, *args], capture_output=True, text=True, timeout=TIMEOUT, check=False)

    def test_help_and_version(self):
        done = self.run_kernel("--help")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("usage", done.stdout)
        done = self.run_kernel("--version")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, r"^cora-kernel \d+\.\d+")

    def test_wrong_arguments(self):
        for args in ((), ("-f",), ("--what",), ("a", "b")):
            self.assertEqual(self.run_kernel(*args).returncode, 64)

    def one_line(self, text, why):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            file.write(text)
            file.flush()
            for args in ((file.name,), ("-f", file.name)):
                done = self.run_kernel(*args)
                self.assertEqual((done.returncode, done.stdout), (1, ""))
                self.assertEqual(done.stderr.count("\n"), 1)
                self.assertIn(why, done.stderr)

    def test_broken_connection_files(self):
        self.assertIn("/no/such/file", self.run_kernel("/no/such/file").stderr)
        self.one_line("", "not JSON")
        self.one_line("{}", "missing")
        self.one_line("[]", "not a JSON object")

    def test_a_taken_port(self):
        with socket.socket() as taken, socket.socket() as a, socket.socket() as b:
            for s in (taken, a, b):
                s.bind(("127.0.0.1", 0))
            taken.listen()
            ports = [s.getsockname()[1] for s in (taken, a, b)]
            a.close()
            b.close()
            config = {"ip": "127.0.0.1", "transport": "tcp", "key": "k", "control_port": ports[1],
                      "shell_port": ports[0], "stdin_port": ports[2], "iopub_port": ports[2], "hb_port": ports[2]}
            self.one_line(json.dumps(config), "shell port %d" % ports[0])


if __name__ == "__main__":
    unittest.main()
