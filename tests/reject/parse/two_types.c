typedef int number;

int main(void) {
    number int x = 3; // error: `int` can't follow a typedef name
    return x;
}
