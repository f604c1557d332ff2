struct person {
    char name[4];
    int age;
};

int main(void) {
    struct person p = {"Al", 30};
    int i = 4;
    p.name[i] = 'x'; // trap: IndexError
    return p.age;
}
