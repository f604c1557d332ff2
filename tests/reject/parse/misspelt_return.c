int main(void) {
    int x = 3;
    retrun x; // error: unknown word `retrun`
}
