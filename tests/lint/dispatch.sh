#!/bin/sh
# dispatch.sh OBJECT OP_DEF: the interpreter must have an indirect jump in each handler.
#
# A compiler that merges them (cross-jumping, gcse) costs a factor of 1.4 to 2.5, and nothing else would show it.
# Handlers that share a label in exec.c (slow ones) share a jump, so the count may stay a little below the
# number of opcodes; a merged interpreter has a handful.
set -eu
object=${1:-build/obj/runtime/vm/exec.o}
cc=${CC:-cc}
root=$(dirname "$0")/../..
opcodes=$(printf '#include <stdio.h>\n#include "code/proto.h"\nOPCODES = OP_COUNT\n#define OP(id, a, b, c, ext, text) @\n#include "code/op.def"\n' |
    $cc -E -P -I"$root/runtime" - | tr -cd '@' | wc -c)
jumps=$(objdump -d --no-show-raw-insn "$object" | grep -cE '(notrack )?jmp +\*' || true)
echo "dispatch: $jumps indirect jumps for $opcodes opcodes"
if [ "$opcodes" -lt 100 ]; then
    echo "dispatch: cannot count the opcodes of op.def" >&2
    exit 1
fi
if [ "$jumps" -lt $((opcodes * 9 / 10)) ]; then
    echo "dispatch: the compiler has merged the dispatch jumps of exec.c" >&2
    exit 1
fi
