// fuzz_lex_pp.c: any bytes through the lexer and the preprocessor. What they define is
// taken back, so that no input sees another's macros.
#include "fuzz.h"

static FuzzFront room;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_front_begin(&room, data, size);
    Tokens tokens = {0};
    pp_begin(room.front->pp, &room.arena, &room.diags);
    pp_run(room.front->pp, room.source, !room.file_mode, &tokens);
    assert(tokens.count > 0);
    assert(tokens.data[tokens.count - 1].kind == TK_EOF);
    for (uint32_t i = 0; i < tokens.count; i++) {
        Span span = tokens.data[i].span;
        const Source *source = source_get(&room.sources, span.source);
        assert(source == NULL || span.begin <= span.end);
        assert(source == NULL || span.end <= source->size_bytes);
    }
    pp_rollback(room.front->pp);
    fuzz_front_end(&room);
    return 0;
}
