int main(void) {
    int *p = &(int){1};
    {
        p = &(int){2};
    }
    return *p; // trap: UseAfterScope: use after scope
}
