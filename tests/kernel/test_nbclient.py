#!/usr/bin/python3
"""Run All through nbclient, as nbconvert and papermill do it."""
import os
import shutil
import tempfile
import unittest

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from support import TIMEOUT, LATER, install_spec

FOLDER = tempfile.mkdtemp(prefix="cora-test-")


def setUpModule():
    os.environ["JUPYTER_RUNTIME_DIR"] = FOLDER
    install_spec(FOLDER)


def tearDownModule():
    shutil.rmtree(FOLDER, ignore_errors=True)


def run_all(*cells, **options):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    NotebookClient(notebook, kernel_name="cora", timeout=int(TIMEOUT), **options).execute()
    return notebook.cells


class RunAll(unittest.TestCase):
    def test_outputs(self):
        cells = run_all('printf("hello\\n");', "1+1", LATER, "spawn later();", "await sleep(0.5);")
        self.assertEqual([c.execution_count for c in cells], [1, 2, 3, 4, 5])
        self.assertEqual(cells[0].outputs[0].text, "hello\n")
        self.assertEqual(cells[1].outputs[0].data["text/plain"], "2")
        self.assertEqual(cells[4].outputs, [])  # not what the task of another cell printed

    def test_an_error_ends_the_run(self):
        with self.assertRaises(CellExecutionError):
            run_all("no_such_name;", "1+1")

    def test_allowed_errors(self):
        cells = run_all("no_such_name;", "1+1", allow_errors=True)
        self.assertEqual(cells[0].outputs[0].output_type, "error")
        self.assertEqual(cells[1].outputs[0].data["text/plain"], "2")

    def test_many_lines(self):
        cells = run_all('for (int i = 0; i < 100000; i++) printf("line %d\\n", i);')
        self.assertEqual(sum(o.text.count("\n") for o in cells[0].outputs), 100000)


if __name__ == "__main__":
    unittest.main()
