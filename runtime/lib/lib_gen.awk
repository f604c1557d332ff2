# lib_gen.awk: makes build/gen/lib_tables.h from lib.def and the headers in include/.
#
#     awk -f lib_gen.awk lib.def include/assert.h include/cora.h ... > lib_tables.h
#
# lib_native_slots: an open-addressing hash of the natives' names (the hash of lib.c's name_hash; awk's doubles
# hold it exactly), each slot the native's number + 1. lib_headers: the texts of the headers, header_stdio_h and so on.
BEGIN {
    for (i = 1; i < 128; i++)
        code[sprintf("%c", i)] = i
    slots = 2048
    count = 0
    headers = 0
    print "// Made by runtime/lib/lib_gen.awk."
    print "#include <stddef.h>"
    print "#include <stdint.h>"
    print "#pragma GCC diagnostic push"
    print "#pragma GCC diagnostic ignored \"-Woverlength-strings\""
    print "typedef struct EmbeddedHeader {"
    print "    const char *name, *text;"
    print "    size_t size_bytes;"
    print "} EmbeddedHeader;"
}

function hash(name,    h, i) {
    h = 0
    for (i = 1; i <= length(name); i++)
        h = (h * 31 + code[substr(name, i, 1)]) % 1048573
    return h
}

FILENAME ~ /\.def$/ {
    if (match($0, /^NATIVE\([A-Za-z0-9_]+,/)) {
        name = substr($0, 8, RLENGTH - 8)
        at = hash(name) % slots
        while (at in slot)
            at = (at + 1) % slots
        slot[at] = ++count
    }
    next
}

FNR == 1 {
    if (headers > 0)
        print "    \"\";"
    name = FILENAME
    sub(/.*\/include\//, "", name)
    headers++
    header[headers] = name
    text[headers] = "header_" name
    gsub(/[.\/]/, "_", text[headers])
    printf "static const char %s[] =\n", text[headers]
}

{
    line = $0
    gsub(/[\\"]/, "\\\\&", line)
    printf "    \"%s\\n\"\n", line
}

END {
    if (headers > 0)
        print "    \"\";"
    print "static const EmbeddedHeader lib_headers[] = {"
    for (i = 1; i <= headers; i++)
        printf "    {\"%s\", %s, sizeof %s - 1},\n", header[i], text[i], text[i]
    print "    {NULL, NULL, 0}};"
    print "static const char *const lib_header_name_list[] = {"
    for (i = 1; i <= headers; i++)
        printf "    \"%s\",\n", header[i]
    print "    NULL};"
    printf "static const uint16_t lib_native_slots[%d] = {", slots
    for (i = 0; i < slots; i++)
        printf "%s%d,", i % 16 ? " " : "\n    ", (i in slot) ? slot[i] : 0
    print "\n};"
    print "#pragma GCC diagnostic pop"
}
