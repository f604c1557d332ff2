// The bound is on all initialisers of a program: four of them, each below it, took a gigabyte. It is told once.
int fits[100000] = {[0 ... 99999] = 1};
int over[1 << 22] = {[0 ... (1 << 22) - 1] = 1}; // error: with this range, initialisers have more values than this kernel holds (limit: 4194304 in all)
int main(void) {
    static int also_over[1 << 22] = {[0 ... (1 << 22) - 1] = 1};
    return fits[3] + over[0] + also_over[0];
}
