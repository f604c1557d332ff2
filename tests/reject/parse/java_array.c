int main(void) {
    int[] a = {1, 2, 3}; // error: the brackets of an array stand behind its name
    return a[0];
}
