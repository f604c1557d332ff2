// fuzz_compile.c: a text to a Unit. The emitter proves each Proto with verify_proto; here
// the proof is asked for once more, and each is listed.
#include "code/code.h"
#include "fuzz.h"

static FuzzFront room;

static void look_at(const Proto *proto) {
    if (proto == NULL) {
        return;
    }
    char reason[256];
    bool is_proved = verify_proto(proto, lib_native_count, reason, sizeof reason);
    assert(is_proved);
    (void)is_proved;
    mem_free(disasm_proto(proto, &room.sources));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_front_begin(&room, data, size);
    Program *program = front_compile(room.front, room.source, &room.arena, &room.diags);
    if (program != NULL) {
        const Unit *unit = code_emit(program, room.front->types, &room.code, &room.diags,
                                     (NativeIndex){NULL, lib_native_index});
        assert((unit == NULL) == (room.diags.error_count > 0));
        for (uint32_t i = 0; unit != NULL && i < unit->func_count; i++) {
            look_at(unit->funcs[i].proto);
        }
        if (unit != NULL) {
            look_at(unit->entry);
        }
    }
    front_rollback(room.front);
    fuzz_front_end(&room);
    return 0;
}
