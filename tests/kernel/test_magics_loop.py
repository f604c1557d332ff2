#!/usr/bin/python3
"""Magics that ask the loop, through a real client: %ps, %wait, %cancel, %schedule, %%schedule; notes as display_data."""
import unittest

from support import KernelCase, text_of

TWO = ('auto a{n} = create_task(say("a")), b{n} = create_task(say("b"));\n'
       'set_name(a{n}, "A"); set_name(b{n}, "B"); await a{n}; await b{n};\n')


class LoopMagics(KernelCase):
    def printed(self, code):
        reply, messages = self.client.run(code)
        self.assertEqual(reply["status"], "ok", reply)
        return text_of(messages)

    def tearDown(self):
        self.client.run("%cancel")

    def test_they_are_listed_and_completed(self):
        listed = self.printed("%lsmagic")
        for name in ("%ps", "%pstree", "%loop", "%wait", "%cancel", "%slow", "%schedule", "%%schedule"):
            self.assertIn("  " + name, listed)

    def test_background_tasks(self):
        self.printed("%clock real")
        self.printed("async void tick() { for (int i = 0; i < 3; i++) await sleep(0.02); puts(\"ticked\"); }")
        self.printed('auto t = spawn tick(); set_name(t, "ticker");')
        self.printed('async void rest() { await sleep(1e6); } auto forever = spawn rest(); set_name(forever, "long");')
        self.assertRegex(self.printed("%ps"), r"(?m)^ *\d+  long +waiting +sleep until ")
        self.assertIn("cancelled 1 task: \"long\"", self.printed("%cancel long"))
        self.printed("%wait")
        self.assertNotIn("ticker", self.printed("%ps"))

    def test_long_runs_are_listed_longest_first(self):
        self.printed("unsigned long sum = 0;\n"
                     "async void spin(unsigned n) { for (unsigned i = 0; i < n; i++) sum += i; }\n"
                     'await create_task(spin(4000000), .name = "short");\n'
                     'await create_task(spin(20000000), .name = "long");')
        self.assertRegex(self.printed("%slow"), r"longest run +task +cell +line\n +[\d.]+ s +long .*\n +[\d.]+ s +short ")

    def test_a_schedule_goes_round(self):
        self.printed("async void say(const char *s) { puts(s); await sleep(0); puts(s); }")
        self.assertEqual(self.printed(TWO.format(n=1)), "a\nb\na\nb\n")
        self.assertEqual(self.printed("%schedule"), '%%schedule "A B A B"\n')
        self.assertEqual(self.printed('%%schedule "B*2"\n' + TWO.format(n=2)), "b\nb\na\na\n")
        self.assertEqual(self.printed('%%schedule "A B A B"\n' + TWO.format(n=3)), "a\nb\na\nb\n")

    def test_a_note_is_no_stderr(self):
        self.printed("%clock virtual")
        _, messages = self.client.run('async void nap() { await sleep(0.5); }\n'
                                      'auto n = spawn nap(); set_name(n, "N");\n'
                                      'await sleep(0); sleep(1);')
        told = [m["content"]["data"]["text/plain"] for m in messages if m["msg_type"] == "display_data"]
        self.assertTrue(any('blocked the loop for 1.00 s; "N" was ready' in text for text in told), told)
        self.assertEqual(text_of(messages, "stderr"), "")


if __name__ == "__main__":
    unittest.main()
