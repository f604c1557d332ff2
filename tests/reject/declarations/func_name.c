int main(void) {
    int __func__ = 3; // error: `__func__` can't stand here
    return 0;
}
