#!/bin/sh
# Installs the Debian packages that are missing for one purpose. Does nothing, and needs no network, when all are
# there. Usage: setup.sh build|lint|fuzz|browser
set -eu
case "$1" in
build) want="gcc make pkg-config libc6-dev libzmq3-dev libjansson-dev uuid-dev libsodium-dev libuv1-dev check
             python3 python3-jupyter-client python3-nbclient python3-nbformat python3-jupyter-kernel-test
             jupyter-console csmith libcsmith-dev" ;;
lint) want="clang-format cppcheck git" ;;
fuzz) want="clang libclang-rt-14-dev" ;;
browser) want="chromium chromium-driver python3-selenium python3-venv" ;;
*) echo "usage: setup.sh build|lint|fuzz|browser" >&2; exit 64 ;;
esac

if ! command -v dpkg-query >/dev/null; then
    echo "setup: this is no Debian system; make sure that these are installed:" $want >&2
    exit 0
fi
missing=""
for package in $want; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

echo "setup: installing$missing"
sudo=""
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "setup: run as root: apt-get install$missing" >&2; exit 1; }
    sudo=sudo
fi
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
if ! { $sudo apt-get update && $sudo apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "setup: installing failed; the packages that are needed:$missing" >&2
    rm -f "$log"
    exit 1
fi
rm -f "$log"
