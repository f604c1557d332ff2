#!/usr/bin/python3
"""Cells: replies, counters, output and its order, errors and aborts, user expressions, magics."""
import os
import re
import tempfile
import unittest

from support import (IS_FAKE, LATER, NULL_WRITE, KernelCase, kinds, only_fake, only_real, results, text_of)

DATE = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$")
LINES = 100000


class Replies(KernelCase):
    def test_a_value(self):
        reply, messages = self.client.run("1+1")
        self.assertEqual(kinds(messages), ["busy", "execute_input", "execute_result", "idle"])
        self.assertEqual(reply["status"], "ok")
        self.assertEqual(messages[1]["content"], {"code": "1+1", "execution_count": reply["execution_count"]})
        self.assertEqual(messages[2]["content"]["execution_count"], reply["execution_count"])
        self.assertEqual(results(messages), ["2"])
        self.assertEqual((reply["payload"], reply["user_expressions"]), ([], {}))

    def test_the_counter_moves_only_with_history(self):
        first = self.client.run("1+1")[0]["execution_count"]
        self.assertEqual(self.client.run("1+1", store_history=False)[0]["execution_count"], first)
        self.assertEqual(self.client.run("1+1", silent=True)[0]["execution_count"], first)
        self.assertEqual(self.client.run("  \n")[0]["execution_count"], first)
        self.assertEqual(self.client.run("1+1")[0]["execution_count"], first + 1)

    def test_silent_publishes_nothing(self):
        reply, messages = self.client.run('printf("quiet\\n"); 1+1', silent=True)
        self.assertEqual((reply["status"], kinds(messages)), ("ok", ["busy", "idle"]))
        reply, messages = self.client.run("no_such_name;", silent=True)
        self.assertEqual((reply["status"], kinds(messages)), ("error", ["busy", "idle"]))

    def test_started(self):
        message = self.client.reply(self.client.start("1+1"))
        self.assertRegex(message["raw"][3].decode(), r'"started":"\d{4}-')
        started = message["metadata"]["started"]
        self.assertLess(started if isinstance(started, str) else started.isoformat(),
                        message["header"]["date"].isoformat())

    def test_headers(self):
        msg_id, frames = self.client.frames("execute_request", dict(code="1+1"), header={"extra": [1, {"é": None}]})
        self.client.sockets["shell"].send_multipart(frames)
        messages = [self.client.reply(msg_id)] + self.client.published(msg_id)
        ids = [m["header"]["msg_id"] for m in messages]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertEqual(len({m["header"]["session"] for m in messages}), 1)
        self.assertNotEqual(messages[0]["header"]["session"], self.client.session.session)
        for message in messages:
            self.assertRegex(message["raw"][1].decode(), r'"date":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z"')
            self.assertEqual(message["parent_header"]["extra"], [1, {"é": None}])
            self.assertEqual(message["header"]["version"], "5.5")

    def test_a_cell_that_does_not_compile(self):
        reply, messages = self.client.run("no_such_name;")
        self.assertEqual(reply["status"], "error")
        self.assertEqual(kinds(messages), ["busy", "execute_input", "error", "idle"])
        for content in (reply, messages[2]["content"]):
            self.assertTrue(content["ename"] and content["evalue"])
            self.assertTrue(content["traceback"])
        self.assertIn("execution_count", reply)

    def test_a_fault(self):
        reply, messages = self.client.run('printf("before\\n"); ' + NULL_WRITE)
        self.assertEqual(reply["status"], "error")
        self.assertEqual(text_of(messages), "before\n")
        self.assertEqual(kinds(messages), ["busy", "execute_input", "stream", "error", "idle"])

    def test_user_expressions(self):
        reply, messages = self.client.run("1+1", silent=True,
                                          user_expressions={"a": "2+3", "b": "no_such_name", "c": 5})
        found = reply["user_expressions"]
        self.assertEqual(found["a"]["data"]["text/plain"], "5")
        self.assertEqual([found[k]["status"] for k in "abc"], ["ok", "error", "error"])
        self.assertTrue(found["b"]["ename"])
        self.assertEqual(kinds(messages), ["busy", "idle"])
        reply, _ = self.client.run("", user_expressions={"a": "1+1"})
        self.assertEqual(reply["user_expressions"]["a"]["data"]["text/plain"], "2")
        reply, _ = self.client.run("no_such_name;", user_expressions={"a": "1+1"})
        self.assertEqual((reply["status"], reply["user_expressions"]), ("error", {}))

    def test_exit(self):
        self.assertEqual(self.client.run("exit(0);")[0]["status"], "ok")
        self.assertIn(self.client.run("exit(1);")[0]["status"], ("ok", "error"))


class Streams(KernelCase):
    def test_order_of_the_two_streams(self):
        _, messages = self.client.run('printf("a\\n"); fprintf(stderr, "b\\n"); printf("c\\n");')
        self.assertEqual([(m["content"]["name"], m["content"]["text"]) for m in messages if m["msg_type"] == "stream"],
                         [("stdout", "a\n"), ("stderr", "b\n"), ("stdout", "c\n")])

    def test_no_line_is_lost(self):
        code = 'for (int i = 0; i < %d; i++) printf("line %%d\\n", i);' % LINES
        reply, messages = self.client.run(code, timeout=60)
        self.assertEqual(reply["status"], "ok")
        text = text_of(messages)
        self.assertEqual(text.count("\n"), LINES)
        self.assertTrue(text.startswith("line 0\nline 1\n") and text.endswith("line %d\n" % (LINES - 1)))
        self.assertLess(len(messages), 500)  # a line storm is not a message storm

    def test_text_does_not_wait_for_the_end_of_the_cell(self):
        msg_id = self.client.start('printf("now\\n"); await sleep(1000);')
        text = self.client.published(msg_id, until=lambda m: m["msg_type"] == "stream")
        self.assertEqual(text_of(text), "now\n")
        self.client.ask("interrupt_request", channel="control")
        self.assertEqual(self.client.finish(msg_id)[0]["status"], "error")

    def test_a_task_prints_in_its_own_cell(self):
        self.client.run(LATER)
        msg_id = self.client.start("spawn later();")
        _, messages = self.client.finish(msg_id)
        self.assertEqual(text_of(messages), "")
        _, others = self.client.run('printf("other\\n"); await sleep(0.4);')
        self.assertEqual(text_of(others), "other\n")
        late = self.client.published(msg_id, until=lambda m: m["msg_type"] == "stream")
        self.assertEqual(text_of(late), "late\n")

    @only_real
    def test_an_error_that_nobody_awaits(self):
        self.client.run("async void boom(void) { await sleep(0.1); " + NULL_WRITE + " }")
        msg_id = self.client.start("spawn boom();")
        reply, messages = self.client.finish(msg_id)
        self.assertEqual((reply["status"], kinds(messages)), ("ok", ["busy", "execute_input", "idle"]))
        late = self.client.published(msg_id, until=lambda m: m["msg_type"] == "error")
        self.assertIn("null", late[-1]["content"]["evalue"])
        self.assertTrue(late[-1]["content"]["traceback"])

    @only_fake
    def test_utf8_that_comes_in_pieces(self):
        code = 'fake_bytes("C3"); fake_bytes("A9"); fprintf(stderr, "x"); fake_bytes("E282"); fake_bytes("FF");'
        _, messages = self.client.run(code)
        self.assertEqual(text_of(messages), "é\ufffd\ufffd\ufffd")

    @only_fake
    def test_displays(self):
        _, messages = self.client.run('fake_display("id", "one"); fake_clear(); fake_update("id", "two"); fake_warn("w");')
        self.assertEqual(kinds(messages), ["busy", "execute_input", "display_data", "clear_output",
                                           "update_display_data", "display_data", "idle"])
        self.assertEqual(messages[2]["content"]["transient"], {"display_id": "id"})
        self.assertEqual(messages[4]["content"]["transient"], {"display_id": "id"})
        self.assertEqual(messages[5]["content"]["data"]["text/plain"], "w")


class Queue(KernelCase):
    def statuses(self, ids):
        return [self.client.reply(i)["content"]["status"] for i in ids]

    def test_an_error_aborts_what_is_queued(self):
        ids = [self.client.start(code) for code in ("await sleep(0.1);", "no_such_name;", "1+1", "1+1")]
        found = []
        while len(found) < len(ids):  # in order
            message = self.client.receive("shell")
            self.assertEqual(message["parent_header"]["msg_id"], ids[len(found)])
            found.append(message["content"])
        self.assertEqual([c["status"] for c in found], ["ok", "error", "aborted", "aborted"])
        self.assertTrue(all("execution_count" in c for c in found))
        for msg_id in ids[2:]:
            self.assertEqual(kinds(self.client.published(msg_id)), ["busy", "idle"])
        self.assertEqual(self.client.run("1+1")[0]["status"], "ok")  # nothing later

    def test_sent_together_means_queued(self):
        # The first fails so fast that the others may be on their way still.
        for _ in range(20):
            built = [self.client.frames("execute_request", {"code": c}) for c in ("no_such_name;", "1+1", "1+1")]
            for _, frames in built:
                self.client.sockets["shell"].send_multipart(frames)
            self.assertEqual(self.statuses([i for i, _ in built]), ["error", "aborted", "aborted"])
            self.assertEqual(self.client.run("1+1")[0]["status"], "ok")

    def test_without_stop_on_error(self):
        ids = [self.client.start(code, stop_on_error=False) for code in ("no_such_name;", "1+1")]
        self.assertEqual(self.statuses(ids), ["error", "ok"])

    def test_many_blank_cells(self):
        first = self.client.start("await sleep(0.2);")
        ids = [self.client.start("") for _ in range(2000)]
        self.assertEqual(self.statuses([first] + ids), ["ok"] * 2001)


class Magics(KernelCase):
    def printed(self, code):
        reply, messages = self.client.run(code)
        self.assertEqual(reply["status"], "ok", reply)
        return text_of(messages)

    def fails(self, code):
        reply, _ = self.client.run(code)
        self.assertEqual(reply["status"], "error")
        return reply["evalue"]

    def test_help(self):
        for code in ("printf?", "?printf", "printf??", "  printf ?\n"):
            reply, _ = self.client.run(code)
            self.assertEqual([p["source"] for p in reply["payload"]], ["page"], code)
            self.assertIn("printf", reply["payload"][0]["data"]["text/plain"])
        self.assertIn("not known", self.printed("no_such_thing?"))
        reply, _ = self.client.run("%who?")
        self.assertIn("%who", reply["payload"][0]["data"]["text/plain"])

    def test_lists(self):
        listed = self.printed("%lsmagic")
        for name in ("%who", "%time ", "%timeit", "%%writefile", "!COMMAND"):
            self.assertIn(name, listed)
        self.printed("int x = 42;")
        self.assertIn("x", self.printed("%who"))
        self.assertIn("42", self.printed("%whos"))
        self.assertIn("%history", self.printed("%history -n 1"))

    def test_misspelt(self):
        self.assertIn("%%time", self.fails("%%tiem\n1+1"))
        self.assertIn("%whos", self.fails("%whoss"))
        self.assertIn("%%zzzzzz", self.fails("%%zzzzzz\n1"))

    def test_time(self):
        reply, messages = self.client.run("%%time\n1+1")
        self.assertEqual(reply["status"], "ok")
        self.assertIn("Wall time", text_of(messages))
        self.assertEqual(results(messages), ["2"])

    def test_lines_keep_their_numbers_under_a_cell_magic(self):
        reply, _ = self.client.run("%%time\n\nno_such_name;")
        if not IS_FAKE:
            self.assertIn(":3:", "\n".join(reply["traceback"]))

    @only_real
    def test_timeit_names_its_options(self):
        """An option that it has not went into the program's text, which then lacked a `;`."""
        reply, _ = self.client.run("%%timeit -z\nint a = 1;")
        self.assertEqual(reply["ename"], "MagicError")
        self.assertIn("`-n LOOPS`", reply["evalue"])
        self.assertIn("loops each", self.printed("%%timeit -r2 -n 3\nint a = 1;\na += 2;"))

    @only_real
    def test_timeit(self):
        self.assertIn("loops each", self.printed("%%timeit -n 10 -r 2\nint a = 1;\na += 2;"))
        reply, _ = self.client.run("\n%%timeit -n 1\nint a = 1;\nno_such_name;")
        self.assertIn(":4:", "\n".join(reply["traceback"]))

    def test_shell(self):
        _, messages = self.client.run("!echo out; echo err >&2; printf 'no newline'")
        self.assertEqual((text_of(messages), text_of(messages, "stderr")), ("out\nno newline", "err\n"))
        self.printed("!sleep 100 &")  # a child that stays is not waited for

    def test_shell_is_interruptible(self):
        msg_id = self.client.running("!sleep 100")
        self.interrupt()
        self.client.finish(msg_id)

    @only_real
    def test_a_command_is_interruptible(self):
        endless = "echo $$ > %s; echo begun >&2; while :; do sleep 1; done"
        for cell in ('system("%s");' % endless, 'fgetc(popen("%s", "r"));' % endless):
            with tempfile.TemporaryDirectory() as folder:
                pid_file = os.path.join(folder, "pid")
                msg_id = self.client.start(cell % pid_file)
                self.client.published(msg_id, until=lambda m: m["msg_type"] == "stream" and "begun" in m["content"]["text"])
                self.interrupt()
                reply, _ = self.client.finish(msg_id)
                self.assertEqual(reply["ename"], "KeyboardInterrupt")
                with open(pid_file, encoding="utf-8") as file:
                    pid = int(file.read())
            gone = "for i in $(seq 200); do kill -0 %d 2>/dev/null || exit 5; sleep 0.05; done" % pid
            _, messages = self.client.run('printf("%%d\\n", system("%s") >> 8);' % gone)
            self.assertEqual(text_of(messages), "5\n")

    @only_real
    def test_system_prints_to_its_cell(self):
        _, messages = self.client.run('printf("a\\n"); system("echo b; cat; echo c >&2"); printf("d\\n");')
        self.assertEqual((text_of(messages), text_of(messages, "stderr")), ("a\nb\nd\n", "c\n"))

    def test_files(self):
        with tempfile.TemporaryDirectory() as folder:
            before = self.printed("%pwd").strip()
            self.assertEqual(self.printed("%cd " + folder).strip(), os.path.realpath(folder))
            self.assertIn("Writing", self.printed("%%writefile a.txt\none\n  two"))
            with open(os.path.join(folder, "a.txt"), encoding="utf-8") as file:
                self.assertEqual(file.read(), "one\n  two\n")
            self.assertIn("Appending", self.printed("%%writefile -a a.txt\nthree"))
            self.assertIn("a.txt", self.printed("%ls"))
            reply, _ = self.client.run("%load a.txt")
            payload = reply["payload"][0]
            self.assertEqual((payload["source"], payload["text"]), ("set_next_input", "one\n  two\nthree\n"))
            self.assertIn("No such file", self.fails("%load nothing"))
            self.assertIn("No such file", self.fails("%cd nothing"))
            self.assertEqual(self.printed("%cd -").strip(), before)

    def test_environment(self):
        self.assertEqual(self.printed("%env CORA_TEST=a b"), "env: CORA_TEST=a b\n")
        self.assertEqual(self.printed("%env CORA_TEST"), "a b\n")
        self.assertEqual(self.printed("!echo $CORA_TEST"), "a b\n")
        self.assertIn("CORA_NONE", self.fails("%env CORA_NONE"))

    def test_reset(self):
        self.printed("int y = 1;")
        self.printed("%reset")
        if not IS_FAKE:
            self.assertEqual(self.client.run("y")[0]["status"], "error")


if __name__ == "__main__":
    unittest.main()
