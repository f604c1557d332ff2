#!/usr/bin/python3
"""Turn the output of `make -Bn all` into compile_commands.json."""
import json
import os
import shlex
import sys

entries = []
for line in sys.stdin:
    words = shlex.split(line) if " -c " in line else []
    if words and words[-1].endswith(".c"):
        entries.append({"directory": os.getcwd(), "arguments": words, "file": words[-1]})
json.dump(entries, sys.stdout, indent=1)
