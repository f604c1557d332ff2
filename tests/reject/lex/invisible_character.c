int main(void) {
    int x = 1​; // error: there is an invisible character here (U+200B); delete it
    return x;
}
