async int a(void) { return 1; }
async double b(void) { return 1; }
async int main(void) {
    int *r = await gather(a(), a());
    await gather(a(), b());  // of several types: for what they do
    int *q = await gather(a(), b()); // error: no value: its type is `void`
    await gather(a(), 3);    // error: a number cannot be awaited
    task(int) t[2] = {spawn a(), spawn a()};
    int *s = await gather(t, 2);
    await gather(t);         // error: needs the count
    return r[0] + s[1];
}
