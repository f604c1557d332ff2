struct counter {
    int count;
    int next(void) { // error: a function's body can't stand here: a struct of C has data only
        return ++count;
    }
};
struct counter c = {1};
