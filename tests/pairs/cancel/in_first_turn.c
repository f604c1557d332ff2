// Cancelled by a task that runs before its first turn: never begins.
#include "../say.h"

task(void) victims[1];

async void killer(void) {
    cancel(victims[0]);
    say("killed");
}

async void victim(void) {
    say("never");
}

async int main(void) {
    task(void) k = spawn killer();
    victims[0] = spawn victim();
    await k;
    await wait_all(victims, 1);
    say("cancelled %d", cancelled(victims[0]));
}
