// fuzz_check.c: a text through the whole front end to the typed tree, and the questions a
// client may ask of the same text while it is typed.
#include "front/ask/complete.h"
#include "front/ask/query.h"
#include "fuzz.h"

static FuzzFront room;

// Completion and inspection somewhere in the text: at a place that the text itself says,
// so that it is the same each time.
static void ask(const Source *source) {
    QueryText text = {source->text, source->size_bytes, source->size_bytes};
    uint32_t place = 0;
    for (uint32_t i = 0; i < source->size_bytes; i++) {
        place = place * 31 + (uint8_t)source->text[i];
    }
    text.offset = place % (source->size_bytes + 1);
    QueryMatches matches = {0};
    QueryInfo info;
    unsigned indent_spaces;
    if (place % 8 == 0) { // it lists half the library: most of a run's time
        query_complete(room.front, &room.arena, &text, &matches);
        assert(matches.begin <= matches.end && matches.end <= text.size_bytes);
        vec_free(matches.list);
    }
    (void)query_inspect(room.front, &room.arena, &text, &info);
    (void)complete_check(source->text, source->size_bytes, &indent_spaces);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_front_begin(&room, data, size);
    Program *program = front_compile(room.front, room.source, &room.arena, &room.diags);
    assert((program == NULL) == (room.diags.error_count > 0));
    assert(!diag_has(&room.diags, DIAG_UNTOLD));
    front_rollback(room.front);
    ask(room.source);
    fuzz_front_end(&room);
    return 0;
}
