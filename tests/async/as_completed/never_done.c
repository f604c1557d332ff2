// The program ends while a part still waits: what as_completed holds for it goes with the session.
future(int) never;

async int quick(void) { return 3; }
async int stuck(void) { return await never; }

async int main(void) {
    never = new_future(int);
    coroutine(int) parts[] = {quick(), stuck()};
    future(int) *outcomes = as_completed(parts, 2);
    printf("%d\n", await outcomes[0]); // expect: 3
    return 0;
}
