// What `.name`, deadline and a library type's maker call by names of their own is the library's, whatever the program calls so.
int __error_name = 3;
int __deadline_enter, __new_lock;
void __shield_enter(int x) { printf("not this one\n"); }
lock l = new_lock();
try {
    throw error("Oops", "it went wrong");
} catch (error e) {
    printf("%s: %s\n", e.name, e.message); // expect: Oops: it went wrong
}
deadline (1) {
    await sleep(2);
} else {
    printf("late\n"); // expect: late
}
shield { await sleep(0.1); }
printf("%d\n", __error_name); // expect: 3
