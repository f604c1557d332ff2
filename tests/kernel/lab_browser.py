#!/usr/bin/python3
"""Drive JupyterLab in headless Chromium as a student would: run the tutorial notebook, type a cell, make a mistake,
interrupt a cell that spins, complete a name. Usage: lab_browser.py BUILD (lab_test.sh sets the stage).
"""
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else "build"
TOKEN = "tests-only"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(what, probe, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            value = probe()
        except Exception:  # the page is being rebuilt
            value = None
        if value:
            return value
        time.sleep(0.2)
    raise AssertionError("waited %d s in vain for %s" % (seconds, what))


class LabTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        shutil.copy(os.path.join(HERE, "..", "..", "notebooks", "01-source-notebook.ipynb"), os.path.join(cls.folder, "first.ipynb"))
        cls.port = free_port()
        environment = dict(os.environ, HOME=cls.folder, JUPYTER_CONFIG_DIR=os.path.join(cls.folder, "config"),
                           JUPYTER_DATA_DIR=os.path.join(cls.folder, "data"), JUPYTER_RUNTIME_DIR=os.path.join(cls.folder, "runtime"))
        environment.pop("JUPYTER_PATH", None)
        cls.log = open(os.path.join(BUILD, "lab-server.log"), "w", encoding="utf-8")
        cls.server = subprocess.Popen(
            [os.path.join(BUILD, "lab", "bin", "jupyter-lab"), "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=%d" % cls.port,
             "--ServerApp.port_retries=0", "--IdentityProvider.token=" + TOKEN, "--LabApp.expose_app_in_browser=True",
             "--notebook-dir=" + cls.folder], env=environment, stdout=cls.log, stderr=cls.log, cwd=cls.folder)
        cls.base = "http://127.0.0.1:%d" % cls.port
        wait_for("the server", lambda: urllib.request.urlopen(cls.base + "/api?token=" + TOKEN).status == 200)
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                     "--disable-component-update", "--disable-sync", "--window-size=1400,1800", "--disable-dev-shm-usage",
                     "--user-data-dir=" + os.path.join(cls.folder, "chromium")):
            options.add_argument(word)
        cls.browser = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        cls.browser.set_script_timeout(120)
        cls.open_notebook()

    @classmethod
    def tearDownClass(cls):
        try:
            cls.browser.save_screenshot(os.path.join(BUILD, "lab-screenshot.png"))
        finally:
            cls.browser.quit()
            cls.server.terminate()
            try:
                cls.server.wait(20)
            except subprocess.TimeoutExpired:
                cls.server.kill()
            cls.log.close()
            shutil.rmtree(cls.folder, ignore_errors=True)

    @classmethod
    def open_notebook(cls):
        cls.browser.get(cls.base + "/lab/tree/first.ipynb?reset&token=" + TOKEN)
        wait_for("the kernel", lambda: cls.script(
            "const p = window.jupyterapp.shell.currentWidget;"
            "return p && p.sessionContext && p.sessionContext.session && p.sessionContext.session.kernel"
            " && p.sessionContext.session.kernel.status === 'idle' && p.content.widgets.length > 3"))

    @classmethod
    def script(cls, text, *args):
        return cls.browser.execute_script(text, *args)

    def command(self, name):
        self.browser.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "window.jupyterapp.commands.execute(arguments[0]).then(() => done(true), e => done(String(e)))", name)

    def status(self):
        return self.script("return window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status")

    def outputs(self):
        """The text of every output area, as shown on the page."""
        return [element.text for element in self.browser.find_elements(By.CSS_SELECTOR, ".jp-Notebook .jp-OutputArea")]

    def type_cell(self, text, run=True):
        """A new cell at the end; types the text with the keyboard."""
        self.script("const n = window.jupyterapp.shell.currentWidget.content; n.activeCellIndex = n.widgets.length - 1; n.deselectAll();")
        self.command("notebook:insert-cell-below")
        self.command("notebook:enter-edit-mode")
        time.sleep(0.3)
        active = self.browser.switch_to.active_element
        active.send_keys(text)
        if run:
            active.send_keys(Keys.SHIFT, Keys.ENTER)
        return self.script("return window.jupyterapp.shell.currentWidget.content.activeCellIndex")

    def last_output(self, needle, seconds=20):
        def probe():
            return any(needle in text for text in self.outputs()[-3:])
        wait_for("output with %r; there is %r" % (needle, self.outputs()[-3:]), probe, seconds)

    def test_1_the_source_notebook_runs(self):
        self.command("notebook:run-all-cells")
        wait_for("all cells", lambda: self.status() == "idle", 60)
        shown = "\n".join(self.script(
            "return window.jupyterapp.shell.currentWidget.content.widgets.filter(w => w.model.type === 'code').map("
            "w => w.model.outputs.toJSON().map(o => [].concat(o.text || (o.data && o.data['text/plain']) || o.traceback || '').join('')).join('\\n'))"))
        self.browser.save_screenshot(os.path.join(BUILD, "lab-notebook.png"))
        self.assertIn("Hello, World!", shown)
        self.assertEqual(shown.count("crawling url_4"), 3, shown)
        self.assertEqual(shown.count("Wall time: 10"), 2, shown)
        self.assertEqual(shown.count("Wall time: 4"), 1, shown)
        self.assertNotIn("already running", shown)
        self.assertNotIn("error", shown)

    def test_2_a_typed_cell_shows_its_value(self):
        self.type_cell("int answer = 41;\nanswer + 1")
        self.last_output("42")

    def test_3_a_mistake_is_told_and_the_session_goes_on(self):
        self.type_cell("int numbers[3];\nnumbers[3] = 1;")
        self.last_output("numbers")
        self.type_cell("answer * 2")
        self.last_output("82")

    def test_4_a_spinning_cell_is_interrupted(self):
        self.type_cell("while (1);")
        wait_for("busy", lambda: self.status() == "busy")
        self.command("notebook:interrupt-kernel")
        self.last_output("KeyboardInterrupt")
        self.type_cell("answer + 100")
        self.last_output("141")

    def test_5_a_name_is_completed(self):
        self.type_cell("print", run=False)
        self.command("completer:invoke-notebook")
        wait_for("the completer", lambda: any("printf" in e.text for e in self.browser.find_elements(By.CSS_SELECTOR, ".jp-Completer")))


if __name__ == "__main__":
    result = unittest.main(exit=False).result
    bad = len(result.failures) + len(result.errors)
    print("lab: %d passed, %d failed" % (result.testsRun - bad, bad))
    sys.exit(1 if bad or not result.testsRun else 0)
