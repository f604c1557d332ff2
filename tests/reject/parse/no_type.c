int main(void) {
    const limit = 10; // error: a type is missing before `limit`
    return limit;
}
