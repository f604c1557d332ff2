// Never more than three inside, and every place is given back, also by those who are cancelled inside or while they wait.
#include <stdio.h>

semaphore places;
int inside, most, left;

async void visitor(int n) {
    defer left++;
    await acquire(places);
    defer release(places);
    inside++;
    defer inside--;
    most = inside > most ? inside : most;
    await sleep(n % 3);
}

async int main(void) {
    places = new_bounded_semaphore(3);
    task(void) visitors[30];
    for (int i = 0; i < 30; i++)
        visitors[i] = spawn visitor(i);
    await sleep(1);
    for (int i = 0; i < 30; i += 4)
        cancel(visitors[i]);
    await wait_all(visitors, 30);
    printf("%d, at most %d, %ld places\n", inside, most, value(places)); // expect: 0, at most 3, 3 places
    return 0;
}
