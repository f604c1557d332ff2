#!/bin/sh
# The layering, checked with grep: arrows between rooms point down, and only through doors (ARCHITECTURE.md).
# Prints each wrong #include as FILE:LINE: what is wrong. Exit status 1 when there is one.
cd "$(dirname "$0")/../.." || exit 1
wrong=$(
    grep -nE '^[[:space:]]*#[[:space:]]*include[[:space:]]*["<]' -r kernel runtime --include='*.c' --include='*.h' |
        grep -v '^runtime/lib/include/' | awk -F: '
        BEGIN {
            split("base front code vm loop lib watch", order, " ")
            for (i in order) rank[order[i]] = i
            split("front/front.h front/arith.h front/ast.h front/type.h front/ask/query.h front/ask/complete.h code/code.h code/proto.h code/op.def vm/vm.h vm/value.h vm/native.h vm/trap.def loop/loop.h loop/stream.h loop/sync.h lib/lib.h watch/watch.h", list, " ")
            for (i in list) door[list[i]] = 1
            split("shared text parse check ask", within, " ")
            for (i in within) inner[within[i]] = i
            # beyond "downwards": what never may be
            never["code", "loop"]; never["vm", "front"]; never["lib", "front"]; never["lib", "code"]; never["watch", "front"]
            allowed["lib", "code/proto.h"]  # layouts of values
        }
        function say(text) { print $1 ":" $2 ": " text; }
        {
            file = $1; line = $0; sub(/^[^:]*:[^:]*:/, "", line)
            target = line; sub(/^[^"<]*["<]/, "", target); sub(/[">].*$/, "", target)
            quoted = line ~ /"/
            n = split(file, part, "/")
            room = part[1] == "kernel" ? "kernel" : n == 2 ? "spine" : part[2]
            if (target ~ /^(zmq|jansson|uuid\/|sodium)/ && room != "kernel") say("only kernel/ may include <" target ">")
            if (target == "uv.h" && room != "loop" && file != "kernel/kernel.c") say("only loop/ and kernel/kernel.c may include <uv.h>")
            if ((target == "stdio.h") && (room == "vm") && file !~ /vm\/(trap|op_|native|gc_check|object|heap|link|frame)/) next
            if (!quoted) next
            split(target, where, "/")
            to = where[2] == "" ? room : where[1]
            if (target == "cora.h") { if (room != "kernel" && room != "spine" && room != "run") say("only hosts and the spine include cora.h"); next }
            if (room == "kernel") { if (to != "kernel") say("kernel/ may include no header of runtime/ but cora.h"); next }
            if (room == "run") { if (to != "run") say("run/ may include cora.h alone"); next }
            if (room == "index") { if (to != "front" && to != "base" && target != "lib/prelude.def") say("index/ may include front/ and base/ alone"); next }
            if (room == "front" && to == "front") {
                # its own rooms: text < parse < check, beside what all share; ask looks at everything, and nobody at it
                from = n == 4 ? part[3] : "shared"
                into = where[3] == "" ? "shared" : where[2]
                if (from != "shared" && inner[into] > inner[from]) say("front/" from "/ is below front/" into "/")
                if (from == "text" && into == "shared") say("front/text/ knows no tree")
                if (from == "shared" && (into == "parse" || into == "check") && file !~ /front\/(front|library)\.[ch]$/) say("of what front/ shares, front.c and library.c alone know its stages")
                if (into == "ask" && from != "ask") say("nothing in front/ includes front/ask/")
                next
            }
            if (room == "spine" && target == "session.h") next
            if (to == room) next
            if (to == "spine" || !(to in rank)) { if (to != room) say("no such room: " target); next }
            if (to != "base" && !(target in door)) say(target " is no door of " to "/")
            if (room == "spine") next
            if (rank[to] > rank[room]) say(room "/ is below " to "/: arrows point down only")
            if (((room, to) in never) && !((room, target) in allowed)) say(room "/ must not know " to "/")
        }'
)
[ -z "$wrong" ] && exit 0
echo "$wrong"
exit 1
