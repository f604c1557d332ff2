#!/bin/sh
# closed.sh OBJECT: nothing in the object under fuzzing reaches the outside world.
#
# The fuzzers run programs made of splices. A call of libc's that starts a process, or changes or removes what is not the
# program's own, has to be taken over by world.c (fuzz_NAME); this fails the build when a new one is not.
ways='fork|vfork|execl|execle|execlp|execv|execve|execvp|execvpe|system|popen|posix_spawn|posix_spawnp|uv_spawn|clone'
ways="$ways|kill|killpg|raise|open|openat|creat|fopen|freopen|mkstemp|mkostemp|mkdtemp|tmpfile|unlink|unlinkat|remove|rename"
ways="$ways|renameat|rmdir|mkdir|mkdirat|chdir|fchdir|chmod|chown|link|symlink|truncate|utimes|opendir|scandir|socket|connect"
ways="$ways|getaddrinfo|uv_getaddrinfo|setenv|unsetenv|putenv|dlopen"
open=$(nm -u "$1" | sed -n 's/^ *U //p' | sed 's/@.*//; s/64$//' | grep -xE "$ways" | sort -u)
if [ -n "$open" ]; then
    echo "$1 reaches the outside world by:" $open >&2
    echo "write a fuzz_NAME for each in tests/fuzz/world.c" >&2
    exit 1
fi
