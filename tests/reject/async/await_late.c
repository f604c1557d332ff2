async int main(void) {
    sleep await(1); // error: `await` can't stand here: it stands before the call
    try // error: expected `{` after `try`
        puts("x");
    } catch (error e) {
    }
    return 0;
}
