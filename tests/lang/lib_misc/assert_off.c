// Each #include <assert.h> asks anew whether NDEBUG is defined (C17 7.2p1).
#define NDEBUG
#include <assert.h>
#include <stdio.h>
static int calls;
static int count(void) {
    return ++calls;
}
static void off(void) {
    assert(count() && no_such_name); // not even looked at
}
#undef NDEBUG
#include <assert.h>
static void on(void) {
    assert(count());
}
#define NDEBUG 1
#include <assert.h>
static void off_again(void) {
    assert(count() == 0);
}
int main(void) {
    off();
    on();
    off_again();
    printf("%d\n", calls); // expect: 1
}
