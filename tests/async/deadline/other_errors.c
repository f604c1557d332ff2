// Another error goes past the else branch; a timeout of wait_for is not the deadline's.
#include <stdio.h>

async int main(void) {
    try {
        deadline (1) {
            throw error("Mine", "x");
        } else {
            printf("not reached\n");
        }
    } catch (error e) {
        printf("%s\n", e.name);
    }
    try {
        deadline (5) {
            await wait_for(new_future(int), 1);
        } else {
            printf("not reached\n");
        }
    } catch (error e) {
        printf("%s at %.0f\n", e.name, loop_time());
    }
    return 0;
}
// expect: Mine
// expect: TimeoutError at 1
