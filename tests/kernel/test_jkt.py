#!/usr/bin/python3
"""jupyter_kernel_test's own suite, with samples in Cora."""
import os
import shutil
import tempfile
import unittest

import jupyter_kernel_test
from support import IS_FAKE, install_spec

FOLDER = tempfile.mkdtemp(prefix="cora-test-")


def setUpModule():
    os.environ["JUPYTER_RUNTIME_DIR"] = FOLDER
    install_spec(FOLDER)


def tearDownModule():
    shutil.rmtree(FOLDER, ignore_errors=True)


class CoraTests(jupyter_kernel_test.KernelTests):
    kernel_name = "cora"
    language_name = "cora"
    file_extension = ".c"
    code_hello_world = 'printf("hello, world\\n");'
    code_stderr = 'fprintf(stderr, "x");'
    completion_samples = [{"text": "printf", "matches": ["printf"]}] if IS_FAKE else [{"text": "prin"}]
    complete_code_samples = ["1+1", 'printf("hello\\n");', "int f(int x) { return x; }", "%who", "printf?"]
    incomplete_code_samples = ["int f(int x) {", 'printf("hello",', "if (1) {"]
    invalid_code_samples = ["int x = );"] if not IS_FAKE else ["}"]
    code_page_something = "printf?"
    code_generate_error = "no_such_name;"
    code_execute_result = [{"code": "1+1", "result": "2"}, {"code": "2+3", "result": "5"}]
    code_history_pattern = "1?1*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "printf"
    if IS_FAKE:
        code_display_data = [{"code": 'fake_display("id", "text");', "mime": "text/plain"}]
        code_clear_output = "fake_clear();"


if __name__ == "__main__":
    unittest.main()
