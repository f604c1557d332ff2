async int main(void) {
    await; // error: expected an expression after `await`
    return 0;
}
