// run() works in an async function, and `await` says it better; in a plain function it is the way.
async int nine(void) {
    return 9;
}
async int deep(void) {
    return run(nine());
}
int plain(void) {
    return run(deep());
}
int main(void) {
    printf("%d\n", plain()); // expect: 9
    return 0;
}
// note: in an async function `await` says this better than `run`
