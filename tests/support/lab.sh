#!/bin/sh
# Opens JupyterLab with the kernel. JupyterLab comes from PyPI into BUILD/lab, once.
# Usage: lab.sh BUILD [arguments of jupyter lab]
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "$1" && pwd)
shift
"$here/tests/support/setup.sh" build
if [ ! -x "$build/lab/bin/jupyter-lab" ]; then
    echo "lab: installing JupyterLab into $build/lab"
    python3 -m venv "$build/lab"
    "$build/lab/bin/pip" install --quiet "jupyterlab>=4,<5"
fi
[ "$(id -u)" != 0 ] || set -- --allow-root "$@" # a container's only user
"$here/tests/support/kernelspec.sh" "$build/cora-kernel" "$build/lab/share/jupyter/kernels/cora"
exec "$build/lab/bin/jupyter-lab" --notebook-dir="$here/notebooks" "$@"
