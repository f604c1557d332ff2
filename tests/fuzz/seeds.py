#!/usr/bin/python3
"""Copies the tests' programs and the notebooks' cells to a folder, as inputs: seeds.py FOLDER [--sessions]

With --sessions a notebook is one input, its cells with a form feed between them, as fuzz_cell.c takes them.
"""
import glob
import json
import os
import sys

LONGEST_BYTES = 5000  # longer ones slow every change made from them


def main():
    folder, sessions = sys.argv[1], "--sessions" in sys.argv
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    os.makedirs(folder, exist_ok=True)
    inputs = {}
    for kind in ("lang", "reject", "trap", "async"):
        for path in glob.glob(os.path.join(root, "tests", kind, "*", "*.c")):
            with open(path, "rb") as file:
                inputs[os.path.relpath(path, root).replace(os.sep, "_")] = file.read()
    for path in glob.glob(os.path.join(root, "notebooks", "*.ipynb")):
        with open(path, encoding="utf-8") as file:
            cells = ["".join(cell["source"]).encode() for cell in json.load(file)["cells"] if cell["cell_type"] == "code"]
        name = os.path.basename(path)
        if sessions:  # eight at a time: that is what an input may have
            for i in range(0, len(cells), 8):
                inputs["%s.%d" % (name, i)] = b"\f".join(cells[i:i + 8])
        else:
            inputs.update({"%s.%d" % (name, i): cell for i, cell in enumerate(cells)})
    for name, text in inputs.items():
        if len(text) <= LONGEST_BYTES:
            with open(os.path.join(folder, name), "wb") as file:
                file.write(text)


main()
