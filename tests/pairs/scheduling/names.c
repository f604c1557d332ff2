// Tasks have names, and current_task says who one is.
#include "../say.h"

async void who(void) {
    auto t = current_task();
    say("I am %s", name_of(t));
    set_name(t, "renamed");
    await sleep(0);
    say("now %s", name_of(t));
}

async int main(void) {
    task(void) a = create_task(who(), .name = "first");
    task(void) b = create_task(who(), .name = "second");
    await a;
    await b;
    say("%s %s", name_of(a), name_of(b));
}
