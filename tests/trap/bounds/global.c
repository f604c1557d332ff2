int table[5];

int get(int i) {
    return table[i]; // trap: `int table[5]`
}

int main(void) {
    return get(5);
}
