lock m;
int main(void) {
    acquire(m); // trap: argument 1 is a null handle: `new_lock` makes one
}
