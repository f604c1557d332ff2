#!/bin/sh
# The kernel in JupyterLab, in headless Chromium. JupyterLab comes from PyPI into BUILD/lab, once.
# Usage: lab_test.sh BUILD. A screenshot is left in BUILD/lab-screenshot.png.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "$1" && pwd)
if [ ! -x "$build/lab/bin/jupyter-lab" ]; then
    echo "installing JupyterLab into $build/lab"
    rm -rf "$build/lab"
    python3 -m venv "$build/lab"
    "$build/lab/bin/pip" install --quiet "jupyterlab>=4,<5"
fi
"$here/tests/support/kernelspec.sh" "$build/cora-kernel" "$build/lab/share/jupyter/kernels/cora"
exec /usr/bin/python3 "$here/tests/kernel/lab_browser.py" "$build"
