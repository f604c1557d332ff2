#!/usr/bin/python3
"""Run a notebook through nbclient on the real kernel and show each cell's output as it comes, with its time.

    run_notebook.py --kernel build/cora-kernel [--check] [--virtual] NOTEBOOK...

With --check nothing is shown but differences: the outputs must be those that are stored in the notebook. Times
differ from run to run, so lines of `%time` are compared by what they mean: a wall time may be SLACK_SECONDS off the
stored one, and CPU times only have to be there. With --virtual the kernel starts on the virtual clock.
The exit status is 1 when a cell fails that should not, or with --check when an output differs.
"""
import argparse
import json
import os
import re
import sys
import tempfile
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

SLACK_SECONDS = 0.5  # a busy machine; `make bench` measures how close the times really are
TIME = re.compile(r"^(Wall time|Suspended): ([0-9.]+) (s|ms|us|µs|ns)(.*)$")
UNIT = {"s": 1.0, "ms": 1e-3, "us": 1e-6, "µs": 1e-6, "ns": 1e-9}
HERE = os.path.dirname(os.path.abspath(__file__))


class Show(NotebookClient):
    """Prints outputs while they arrive."""

    quiet = False

    def process_message(self, msg, cell, cell_index):
        if not self.quiet:
            content = msg["content"]
            if msg["msg_type"] == "stream":
                sys.stdout.write(content["text"])
            elif msg["msg_type"] in ("execute_result", "display_data"):
                sys.stdout.write(content["data"].get("text/plain", "") + "\n")
            elif msg["msg_type"] == "error":
                sys.stdout.write("\n".join(content["traceback"]) + "\n")
            sys.stdout.flush()
        return super().process_message(msg, cell, cell_index)


def install_kernel(kernel, folder, virtual):
    """A kernelspec for this binary alone, where Jupyter will find it."""
    spec_folder = os.path.join(folder, "kernels", "cora")
    os.makedirs(spec_folder)
    with open(os.path.join(HERE, "..", "..", "kernel.json"), encoding="utf-8") as file:
        spec = json.loads(file.read().replace("@KERNEL@", os.path.abspath(kernel)))
    if virtual:
        spec.setdefault("env", {})["CORA_CLOCK"] = "virtual"
    with open(os.path.join(spec_folder, "kernel.json"), "w", encoding="utf-8") as file:
        json.dump(spec, file)
    os.environ["JUPYTER_PATH"] = folder


def joined(outputs):
    """Outputs as (kind, text) with neighbouring stream pieces put together."""
    result = []
    for output in outputs:
        if output["output_type"] == "stream":
            kind, text = output["name"], output["text"]
        elif output["output_type"] == "error":
            kind, text = "error", "%s: %s" % (output["ename"], output["evalue"])
        else:
            kind, text = output["output_type"], output["data"].get("text/plain", "")
        if result and result[-1][0] == kind and kind in ("stdout", "stderr"):
            result[-1] = (kind, result[-1][1] + text)
        else:
            result.append((kind, text))
    return result


def same_line(stored, got, virtual):
    if stored.startswith("CPU times: "):
        return got.startswith("CPU times: ")
    a, b = TIME.match(stored), TIME.match(got)
    if a and b and a[1] == b[1]:
        want, is_now = float(a[2]) * UNIT[a[3]], float(b[2]) * UNIT[b[3]]
        return abs(want - is_now) <= (0.005 if virtual else SLACK_SECONDS)
    return stored == got


def differences(index, stored, got, virtual):
    a, b = joined(stored), joined(got)
    for (kind_a, text_a), (kind_b, text_b) in zip(a, b):
        lines_a, lines_b = text_a.split("\n"), text_b.split("\n")
        if kind_a != kind_b or len(lines_a) != len(lines_b) or not all(
                same_line(x, y, virtual) for x, y in zip(lines_a, lines_b)):
            yield "cell %d: stored %s:\n%s\ngot %s:\n%s" % (index, kind_a, text_a, kind_b, text_b)
    if len(a) != len(b):
        yield "cell %d: %d outputs stored, got %d: %r" % (index, len(a), len(b), b)


def run(path, options):
    notebook = nbformat.read(path, as_version=4)
    stored = [list(cell.get("outputs", [])) for cell in notebook.cells]
    client = Show(notebook, kernel_name="cora", timeout=120, allow_errors=False,
                  resources={"metadata": {"path": os.path.dirname(os.path.abspath(path))}})
    client.quiet = options.check
    wrong = []
    with client.setup_kernel():
        client.reset_execution_trackers()
        for index, cell in enumerate(notebook.cells):
            if cell.cell_type != "code":
                if not options.check:
                    print("\n%s" % cell.source)
                continue
            if not options.check:
                print("\nIn [%d]:\n%s\n" % (index, "\n".join("    " + line for line in cell.source.split("\n"))))
            cell.outputs = []
            began = time.monotonic()
            try:
                client.execute_cell(cell, index, store_history=True)
            except CellExecutionError as error:
                if "raises-exception" not in cell.metadata.get("tags", []):
                    wrong.append("cell %d failed: %s" % (index, error))
                    break
            if options.check:
                wrong += differences(index, stored[index], cell.outputs, options.virtual)
            else:
                print("-- %.3f s" % (time.monotonic() - began))
        if options.write:
            nbformat.write(notebook, path)
    for text in wrong:
        print(text, file=sys.stderr)
    return not wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kernel", required=True)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--virtual", action="store_true")
    parser.add_argument("--write", action="store_true", help="store the outputs in the notebook")
    parser.add_argument("notebooks", nargs="+")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        install_kernel(options.kernel, folder, options.virtual)
        good = [run(path, options) for path in options.notebooks]
    print("notebooks: %d passed, %d failed" % (sum(good), len(good) - sum(good)))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
