#!/bin/sh
# Writes a kernelspec folder: kernel.json with the kernel's absolute path, and the logos.
# Usage: kernelspec.sh PATH-OF-CORA-KERNEL FOLDER
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$2"
sed "s|@KERNEL@|$1|" "$here/kernel.json" >"$2/kernel.json"
for logo in "$here"/kernel/logos/logo-*; do
    [ ! -f "$logo" ] || install -m 644 "$logo" "$2/"
done
