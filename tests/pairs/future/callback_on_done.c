// A callback added to what is done is called in the next turn.
#include "../say.h"

void callback(future(int) f) {
    say("callback");
}

async int main(void) {
    future(int) f = new_future(int);
    set_result(f, 1);
    on_done(f, callback);
    say("added");
    await sleep(0);
    say("end");
}
